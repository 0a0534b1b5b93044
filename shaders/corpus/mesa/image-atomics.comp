#version 450 core
layout(local_size_x = 4) in;
//! image exchanged r32f
layout(r32ui) uniform uimage2D u;
layout(r32i) uniform iimage2D s;
layout(r32f) uniform image2D exchanged;
layout(r32ui) uniform uimageBuffer words;
layout(r32ui) uniform uimage2DArray layers;
layout(std430) buffer Data { uint data[256]; };
void main()
{
    int i = int(gl_LocalInvocationIndex);
    uint at = uint(i) * 16u;
    data[at] = imageAtomicAdd(u, ivec2(i, 0), 100u);
    data[at + 1u] = imageAtomicMin(u, ivec2(i, 1), 6u);
    data[at + 2u] = imageAtomicMax(u, ivec2(i, 2), 10u);
    data[at + 3u] = imageAtomicAnd(u, ivec2(i, 3), 13u);
    data[at + 4u] = uint(imageAtomicMin(s, ivec2(i, 0), -4));
    data[at + 5u] = uint(imageAtomicMax(s, ivec2(i, 1), 6));
    data[at + 6u] = uint(imageAtomicOr(s, ivec2(i, 2), 32));
    data[at + 7u] = uint(imageAtomicXor(s, ivec2(i, 3), -1));
    data[at + 8u] = imageAtomicExchange(words, i, 9u);
    data[at + 9u] = imageAtomicCompSwap(words, 8 + i, 9u, 90u);
    data[at + 10u] = floatBitsToUint(imageAtomicExchange(exchanged, ivec2(i, 0), 2.5));
    data[at + 11u] = imageAtomicAdd(layers, ivec3(i, 1, 1), 3u);
    data[at + 12u] = imageLoad(words, 8 + i).x;
}
