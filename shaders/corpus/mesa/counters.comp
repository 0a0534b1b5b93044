#version 450 core
layout(local_size_x = 4) in;
layout(binding = 0, offset = 0) uniform atomic_uint up;
layout(binding = 0, offset = 4) uniform atomic_uint down;
layout(binding = 0, offset = 8) uniform atomic_uint row[3];
layout(binding = 1, offset = 12) uniform atomic_uint other;
layout(std430) buffer Data { uint data[256]; };
void main()
{
    uint i = gl_LocalInvocationIndex;
    atomicCounterIncrement(up);
    atomicCounterDecrement(down);
    memoryBarrierAtomicCounter();
    atomicCounterIncrement(row[i % 3u]);
    barrier();
    if (i == 0u) {
        data[0] = atomicCounter(up);
        data[1] = atomicCounterIncrement(other);
        data[2] = atomicCounterDecrement(other);
        data[3] = atomicCounter(row[2]);
    }
}
