#version 450 core
#extension GL_ARB_shader_atomic_counter_ops : require
layout(local_size_x = 1) in;
layout(binding = 0, offset = 0) uniform atomic_uint counters[10];
layout(std430) buffer Data { uint data[256]; };
void main()
{
    data[0] = atomicCounterAddARB(counters[0], 7u);
    data[1] = atomicCounterMinARB(counters[1], 15u);
    data[2] = atomicCounterMaxARB(counters[2], 35u);
    data[3] = atomicCounterAndARB(counters[3], 12u);
    data[4] = atomicCounterOrARB(counters[4], 1u);
    data[5] = atomicCounterXorARB(counters[5], 0xffu);
    data[6] = atomicCounterExchangeARB(counters[6], 700u);
    data[7] = atomicCounterCompSwapARB(counters[7], 80u, 800u);
    data[8] = atomicCounterSubtractARB(counters[8], 1u);
    data[9] = atomicCounterIncrement(counters[data[1] % 10u]);
}
