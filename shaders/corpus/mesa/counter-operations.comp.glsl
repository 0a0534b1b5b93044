#version 450 core
#extension GL_ARB_shader_atomic_counter_ops : require
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
layout(binding = 0, offset = 0) uniform atomic_uint counter0_0[10];
uint scratch0;
uvec4 temp0;
uint scratch1;
uint scratch2;
uint scratch3;
uint scratch4;
uvec4 temp1;
uint scratch5;
uint scratch6;
uint scratch7;
uint scratch8;
uvec4 temp2;
uint scratch9;
uint scratch10;
uvec4 temp3;
uint scratch11;
uint scratch12;
uvec4 temp4;
uint scratch13;
uint scratch14;
uvec4 temp5;
uint scratch15;
uint scratch16;
uvec4 temp6;
uint scratch17;
uint scratch18;
uvec4 temp7;
uint scratch19;
uint scratch20;
uvec4 temp8;
uint scratch21;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
uvec4 temp12;
uvec4 addr2;
uint scratch22;
uvec4 temp13;
uint scratch23;

void main()
{
    scratch0 = atomicCounterAddARB(counter0_0[0], 7u);
    temp0.x = scratch0;
    scratch1 = temp0.x;
    cs_buffer0.words[0u] = scratch1;
    scratch2 = 15u;
    scratch3 = atomicCounterOrARB(counter0_0[1], 0u);
    for (;;) {
        scratch4 = scratch3;
        scratch3 = atomicCounterCompSwapARB(counter0_0[1], scratch4, uint(min(int(scratch4), int(scratch2))));
        if ((scratch3 == scratch4)) {
            break;
        }
    }
    temp1.x = scratch3;
    scratch5 = temp1.x;
    cs_buffer0.words[1u] = scratch5;
    scratch6 = 35u;
    scratch7 = atomicCounterOrARB(counter0_0[2], 0u);
    for (;;) {
        scratch8 = scratch7;
        scratch7 = atomicCounterCompSwapARB(counter0_0[2], scratch8, uint(max(int(scratch8), int(scratch6))));
        if ((scratch7 == scratch8)) {
            break;
        }
    }
    temp2.x = scratch7;
    scratch9 = temp2.x;
    cs_buffer0.words[2u] = scratch9;
    scratch10 = atomicCounterAndARB(counter0_0[3], 12u);
    temp3.x = scratch10;
    scratch11 = temp3.x;
    cs_buffer0.words[3u] = scratch11;
    scratch12 = atomicCounterOrARB(counter0_0[4], 1u);
    temp4.x = scratch12;
    scratch13 = temp4.x;
    cs_buffer0.words[4u] = scratch13;
    scratch14 = atomicCounterXorARB(counter0_0[5], 255u);
    temp5.x = scratch14;
    scratch15 = temp5.x;
    cs_buffer0.words[5u] = scratch15;
    scratch16 = atomicCounterExchangeARB(counter0_0[6], 700u);
    temp6.x = scratch16;
    scratch17 = temp6.x;
    cs_buffer0.words[6u] = scratch17;
    scratch18 = atomicCounterCompSwapARB(counter0_0[7], 80u, 800u);
    temp7.x = scratch18;
    scratch19 = temp7.x;
    cs_buffer0.words[7u] = scratch19;
    scratch20 = atomicCounterDecrement(counter0_0[8]);
    temp8.x = (scratch20 + 1u);
    scratch21 = temp8.x;
    cs_buffer0.words[8u] = scratch21;
    temp9.x = cs_buffer0.words[1u];
    temp10.x = (temp9.x % 10u);
    temp11.x = (temp10.x << 2u);
    temp12 = (temp11.xxxx >> uvec4(2u));
    addr2.x = temp12.x;
    scratch22 = atomicCounterIncrement(counter0_0[min(addr2.x, 9u)]);
    temp13.x = scratch22;
    scratch23 = temp13.x;
    cs_buffer0.words[9u] = scratch23;
}
