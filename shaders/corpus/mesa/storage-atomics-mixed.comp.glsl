#version 450 core
layout(local_size_x = 2, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer1 { uint words[]; } cs_buffer1;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
shared uint shared_words[8192];
uvec4 temp0;
uint scratch0;
uint scratch1;
uvec4 temp1;
uvec4 temp2;
uint scratch2;
uint scratch3;
uint scratch4;
uvec4 temp3;
uvec4 temp4;
uint scratch5;
uvec4 temp5;
uvec4 temp6;
uvec4 temp7;
uvec4 temp8;
uint scratch6;
uint scratch7;
uvec4 temp9;
uvec4 temp10;
uint scratch8;
uint scratch9;
uint scratch10;
uint scratch11;
uint scratch12;
uint scratch13;
uvec4 temp11;
uvec4 temp12;
uint scratch14;
uint scratch15;
uvec4 temp13;
uint scratch16;
uint scratch17;
uint scratch18;
uint scratch19;
uvec4 temp14;
uvec4 temp15;
uvec4 temp16;
uint scratch20;
uint scratch21;
uvec4 temp17;
uvec4 temp18;
uvec4 temp19;
uvec4 temp20;
uint scratch22;
uint scratch23;

void main()
{
    temp0.x = uint(-int((gl_LocalInvocationID.x == 0u)));
    if ((temp0.x != 0u)) {
        scratch0 = 3u;
        shared_words[0u] = scratch0;
        scratch1 = 0u;
        shared_words[1u] = scratch1;
    }
    memoryBarrierShared();
    barrier();
    temp1.xy = (uvec2(0xffffffffu, 0x80000000u) + gl_LocalInvocationID.xx);
    temp2.x = temp1.x;
    scratch2 = temp2.x;
    scratch3 = atomicOr(shared_words[0u], 0u);
    for (;;) {
        scratch4 = scratch3;
        scratch3 = atomicCompSwap(shared_words[0u], scratch4, uint(min(int(scratch4), int(scratch2))));
        if ((scratch3 == scratch4)) {
            break;
        }
    }
    temp3.x = scratch3;
    temp4.x = temp1.y;
    scratch5 = atomicMax(shared_words[1u], temp4.x);
    temp5.x = scratch5;
    temp6.x = (gl_LocalInvocationID.x << 2u);
    temp7 = (uvec4(16u, 64u, 72u, 8u) + temp6.xxxx);
    temp8.x = temp7.x;
    scratch6 = (temp8.x >> 2u);
    scratch7 = atomicMin(cs_buffer1.words[scratch6], 4u);
    temp9.x = scratch7;
    temp10.x = temp7.y;
    scratch8 = (temp10.x >> 2u);
    scratch9 = temp9.x;
    cs_buffer1.words[scratch8] = scratch9;
    scratch10 = (temp6.x >> 2u);
    scratch11 = 0xfffffffdu;
    scratch12 = atomicOr(cs_buffer0.words[scratch10], 0u);
    for (;;) {
        scratch13 = scratch12;
        scratch12 = atomicCompSwap(cs_buffer0.words[scratch10], scratch13, uint(min(int(scratch13), int(scratch11))));
        if ((scratch12 == scratch13)) {
            break;
        }
    }
    temp11.x = scratch12;
    temp12.x = temp7.z;
    scratch14 = (temp12.x >> 2u);
    scratch15 = temp11.x;
    cs_buffer1.words[scratch14] = scratch15;
    temp13.x = temp7.w;
    scratch16 = (temp13.x >> 2u);
    scratch17 = 0xfffffffdu;
    scratch18 = atomicOr(cs_buffer0.words[scratch16], 0u);
    for (;;) {
        scratch19 = scratch18;
        scratch18 = atomicCompSwap(cs_buffer0.words[scratch16], scratch19, uint(max(int(scratch19), int(scratch17))));
        if ((scratch18 == scratch19)) {
            break;
        }
    }
    temp14.x = scratch18;
    temp15.xy = (uvec2(80u, 88u) + temp6.xx);
    temp16.x = temp15.x;
    scratch20 = (temp16.x >> 2u);
    scratch21 = temp14.x;
    cs_buffer1.words[scratch20] = scratch21;
    memoryBarrierShared();
    barrier();
    temp17.x = shared_words[0u];
    temp18.x = shared_words[1u];
    temp19.x = (temp17.x + temp18.x);
    temp20.x = temp15.y;
    scratch22 = (temp20.x >> 2u);
    scratch23 = temp19.x;
    cs_buffer1.words[scratch22] = scratch23;
}
