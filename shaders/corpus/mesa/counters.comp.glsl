#version 450 core
layout(local_size_x = 4, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
layout(binding = 0, offset = 0) uniform atomic_uint counter0_0;
layout(binding = 0, offset = 4) uniform atomic_uint counter0_1;
layout(binding = 0, offset = 8) uniform atomic_uint counter0_2[3];
layout(binding = 1, offset = 12) uniform atomic_uint counter1_3;
uint scratch0;
uvec4 temp0;
uint scratch1;
uvec4 temp1;
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uvec4 temp5;
uvec4 addr2;
uint scratch2;
uvec4 temp6;
uvec4 temp7;
uint scratch3;
uvec4 temp8;
uint scratch4;
uint scratch5;
uvec4 temp9;
uint scratch6;
uint scratch7;
uvec4 temp10;
uvec4 temp11;
uint scratch8;
uint scratch9;
uvec4 temp12;
uint scratch10;

void main()
{
    scratch0 = atomicCounterIncrement(counter0_0);
    temp0.x = scratch0;
    scratch1 = atomicCounterDecrement(counter0_1);
    temp1.x = (scratch1 + 1u);
    memoryBarrierAtomicCounter();
    temp2.x = (gl_LocalInvocationID.x % 3u);
    temp3.x = (temp2.x << 2u);
    temp4.x = (8u + temp3.x);
    temp5 = (temp3.xxxx >> uvec4(2u));
    addr2.x = temp5.x;
    scratch2 = atomicCounterIncrement(counter0_2[min(addr2.x, 2u)]);
    temp6.x = scratch2;
    memoryBarrierShared();
    barrier();
    temp7.x = uint(-int((gl_LocalInvocationID.x == 0u)));
    if ((temp7.x != 0u)) {
        scratch3 = atomicCounter(counter0_0);
        temp8.x = scratch3;
        scratch4 = temp8.x;
        cs_buffer0.words[0u] = scratch4;
        scratch5 = atomicCounterIncrement(counter1_3);
        temp9.x = scratch5;
        scratch6 = temp9.x;
        cs_buffer0.words[1u] = scratch6;
        scratch7 = atomicCounterDecrement(counter1_3);
        temp10.x = (scratch7 + 1u);
        temp11.x = (temp10.x + 0xffffffffu);
        scratch8 = temp11.x;
        cs_buffer0.words[2u] = scratch8;
        scratch9 = atomicCounter(counter0_2[2]);
        temp12.x = scratch9;
        scratch10 = temp12.x;
        cs_buffer0.words[3u] = scratch10;
    }
}
