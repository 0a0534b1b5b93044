#version 450 core
layout(local_size_x = 4) in;
layout(std430) buffer Data { uint data[256]; };
void main()
{
    uint i = gl_LocalInvocationIndex;
    data[128u + i] = atomicAdd(data[i], 5u);
    data[132u + i] = atomicMin(data[4u + i], 6u);
    data[136u + i] = atomicMax(data[8u + i], 10u);
    data[140u + i] = atomicAnd(data[12u + i], 0xdu);
    data[144u + i] = atomicOr(data[16u + i], 0x100u);
    data[148u + i] = atomicXor(data[20u + i], 0xffu);
    data[152u + i] = atomicExchange(data[24u + i], 1000u);
    data[156u + i] = atomicCompSwap(data[28u + i], 30u, 2000u);
    if (i == 0u) { for (int k = 0; k < 7; k++) atomicAdd(data[200], uint(k)); }
}
