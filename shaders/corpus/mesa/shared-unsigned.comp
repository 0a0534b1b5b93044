#version 450 core
layout(local_size_x = 8) in;
layout(std430) buffer Data { uint data[256]; };
shared uint least, most;
void main()
{
    uint i = gl_LocalInvocationIndex;
    if (i == 0u) { least = 0xfffffff0u; most = 0u; }
    barrier();
    atomicMin(least, 0x80000000u + i);
    atomicMax(most, 0x7ffffff0u + i);
    barrier();
    if (i == 0u) { data[0] = least; data[1] = most; }
}
