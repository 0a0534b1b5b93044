#version 450 core
layout(local_size_x = 2) in;
layout(std430) buffer Data { uint data[256]; };
layout(std430) buffer Signed { int numbers[]; };
shared int least;
shared uint most;
void main()
{
    uint i = gl_LocalInvocationIndex;
    if (i == 0u) { least = 3; most = 0u; }
    barrier();
    atomicMin(least, int(i) - 1);
    atomicMax(most, 0x80000000u + i);
    data[16u + i] = atomicMin(data[4u + i], 4u);
    data[18u + i] = uint(atomicMin(numbers[i], -3));
    data[20u + i] = uint(atomicMax(numbers[2u + i], -3));
    barrier();
    data[22u + i] = uint(least) + most;
}
