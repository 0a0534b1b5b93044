#version 450 core
layout(local_size_x = 4, local_size_y = 1, local_size_z = 1) in;
layout(std430) coherent buffer cs_Buffer0 { uint words[]; } cs_buffer0;
layout(r32ui) coherent uniform uimage2D cs_image0;
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uint scratch0;
uint scratch1;
uvec4 temp5;
uvec4 temp0;
uvec4 temp7;
uvec4 temp1;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
uvec4 temp12;
uint scratch2;
uvec4 temp13;
uvec4 temp14;
uint scratch3;
uint scratch4;

void main()
{
    temp2.x = (gl_LocalInvocationID.x << 2u);
    temp3.xy = (uvec2(50u, 60u) + gl_LocalInvocationID.xx);
    temp4.x = temp3.x;
    scratch0 = (temp2.x >> 2u);
    scratch1 = temp4.x;
    cs_buffer0.words[scratch0] = scratch1;
    temp5.x = temp3.y;
    temp0.x = gl_LocalInvocationID.x;
    temp0.y = 0u;
    imageStore(cs_image0, ivec2(temp0.xy), temp5.xxxx);
    memoryBarrier();
    memoryBarrierBuffer();
    memoryBarrierImage();
    memoryBarrierShared();
    memoryBarrierAtomicCounter();
    groupMemoryBarrier();
    memoryBarrierShared();
    barrier();
    temp7.x = uint(-int(gl_LocalInvocationID.x));
    temp1.x = (3u + temp7.x);
    temp1.y = 0u;
    temp9 = imageLoad(cs_image0, ivec2(temp1.xy));
    temp10.x = (32u + temp2.x);
    temp11.x = (temp7.x << 2u);
    temp12.x = (temp11.x + 12u);
    scratch2 = (temp12.x >> 2u);
    temp13.x = cs_buffer0.words[scratch2];
    temp14.x = (temp13.x + temp9.x);
    scratch3 = (temp10.x >> 2u);
    scratch4 = temp14.x;
    cs_buffer0.words[scratch3] = scratch4;
}
