#version 450 core
#extension GL_ARB_shader_atomic_counter_ops : require
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
layout(binding = 0, offset = 0) uniform atomic_uint counter0_0;
layout(binding = 0, offset = 4) uniform atomic_uint counter0_1[4];
layout(binding = 2, offset = 12) uniform atomic_uint counter2_3;
uint scratch0;
uvec4 temp0;
uint scratch1;
uint scratch2;
uvec4 addr2;
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
uint scratch11;
uint scratch12;
uint scratch13;
uvec4 scratch14;
uvec4 scratch15;
uvec4 scratch16;

void main()
{
    scratch0 = atomicCounterIncrement(counter0_0);
    temp0.x = scratch0;
    scratch1 = atomicCounterDecrement(counter0_0);
    temp0.y = (scratch1 + 1u);
    scratch2 = atomicCounter(counter0_0);
    temp0.z = scratch2;
    addr2.x = gl_WorkGroupID.x;
    scratch3 = atomicCounterAddARB(counter0_1[min(addr2.x, 3u)], 7u);
    temp0.w = scratch3;
    scratch4 = atomicCounterExchangeARB(counter2_3, 100u);
    temp1.x = scratch4;
    scratch5 = atomicCounterAndARB(counter2_3, 7u);
    temp1.y = scratch5;
    scratch6 = atomicCounterOrARB(counter2_3, 16u);
    temp1.z = scratch6;
    scratch7 = atomicCounterXorARB(counter2_3, 1u);
    temp1.w = scratch7;
    scratch8 = atomicCounterMinARB(counter2_3, 7u);
    temp2.x = scratch8;
    scratch9 = atomicCounterMaxARB(counter2_3, 0xfffffff9u);
    temp2.y = scratch9;
    scratch10 = 7u;
    scratch11 = atomicCounterOrARB(counter2_3, 0u);
    for (;;) {
        scratch12 = scratch11;
        scratch11 = atomicCounterCompSwapARB(counter2_3, scratch12, uint(max(int(scratch12), int(scratch10))));
        if ((scratch11 == scratch12)) {
            break;
        }
    }
    temp2.z = scratch11;
    scratch13 = atomicCounterCompSwapARB(counter2_3, 7u, 100u);
    temp2.w = scratch13;
    scratch14 = temp0;
    cs_buffer0.words[0u] = scratch14.x;
    cs_buffer0.words[1u] = scratch14.y;
    cs_buffer0.words[2u] = scratch14.z;
    cs_buffer0.words[3u] = scratch14.w;
    scratch15 = temp1;
    cs_buffer0.words[4u] = scratch15.x;
    cs_buffer0.words[5u] = scratch15.y;
    cs_buffer0.words[6u] = scratch15.z;
    cs_buffer0.words[7u] = scratch15.w;
    scratch16 = temp2;
    cs_buffer0.words[8u] = scratch16.x;
    cs_buffer0.words[9u] = scratch16.y;
    cs_buffer0.words[10u] = scratch16.z;
    cs_buffer0.words[11u] = scratch16.w;
}
