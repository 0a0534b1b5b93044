#version 450 core
layout(local_size_x = 8, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
shared uint shared_words[8192];
uvec4 temp0;
uint scratch0;
uint scratch1;
uvec4 temp1;
uvec4 temp2;
uint scratch2;
uvec4 temp3;
uvec4 temp4;
uint scratch3;
uvec4 temp5;
uvec4 temp6;
uint scratch4;
uvec4 temp7;
uint scratch5;

void main()
{
    temp0.x = uint(-int((gl_LocalInvocationID.x == 0u)));
    if ((temp0.x != 0u)) {
        scratch0 = 0xfffffff0u;
        shared_words[0u] = scratch0;
        scratch1 = 0u;
        shared_words[1u] = scratch1;
    }
    memoryBarrierShared();
    barrier();
    temp1.xy = (uvec2(0x80000000u, 0x7ffffff0u) + gl_LocalInvocationID.xx);
    temp2.x = temp1.x;
    scratch2 = atomicMin(shared_words[0u], temp2.x);
    temp3.x = scratch2;
    temp4.x = temp1.y;
    scratch3 = atomicMax(shared_words[1u], temp4.x);
    temp5.x = scratch3;
    memoryBarrierShared();
    barrier();
    if ((temp0.x != 0u)) {
        temp6.x = shared_words[0u];
        scratch4 = temp6.x;
        cs_buffer0.words[0u] = scratch4;
        temp7.x = shared_words[1u];
        scratch5 = temp7.x;
        cs_buffer0.words[1u] = scratch5;
    }
}
