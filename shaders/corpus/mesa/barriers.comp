#version 450 core
layout(local_size_x = 4) in;
layout(std430) coherent buffer Data { uint data[256]; };
layout(r32ui) coherent uniform uimage2D picture;
void main()
{
    uint i = gl_LocalInvocationIndex;
    data[i] = i + 50u;
    imageStore(picture, ivec2(i, 0), uvec4(i + 60u));
    memoryBarrier();
    memoryBarrierBuffer();
    memoryBarrierImage();
    memoryBarrierShared();
    memoryBarrierAtomicCounter();
    groupMemoryBarrier();
    barrier();
    data[8u + i] = data[3u - i] + imageLoad(picture, ivec2(3u - i, 0)).x;
}
