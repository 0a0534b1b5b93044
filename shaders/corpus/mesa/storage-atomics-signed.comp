#version 450 core
layout(local_size_x = 4) in;
layout(std430) buffer Data { int data[256]; };
layout(std430) buffer Signed { int numbers[]; };
void main()
{
    uint i = gl_LocalInvocationIndex;
    data[160u + i] = atomicMin(numbers[i], -3);
    data[164u + i] = atomicMax(numbers[4u + i], 6);
    data[168u + i] = atomicAdd(numbers[8u + i], -20);
    data[172u] = numbers.length();
}
