#version 450 core
layout(local_size_x = 4) in;
struct Item { vec3 place; float weight; ivec2 cell; };
layout(std430) buffer Items { mat3 turn; Item items[4]; uint rest[]; };
layout(std140) buffer Padded { float scalars[4]; vec2 pairs[4]; };
layout(std430) readonly buffer Source { uint source[]; };
layout(std430) writeonly coherent buffer Sink { uint sink[]; };
layout(std430) volatile restrict buffer Log { uint log[]; };
void main()
{
    uint i = gl_LocalInvocationIndex;
    items[i].place = vec3(i, 2.0 * float(i), -1.0);
    items[i].place.y = turn[i % 3u][1];
    items[i].weight = scalars[i] + pairs[3u - i].y;
    items[i].cell = ivec2(i, -int(i));
    rest[i] = source[200u + i] + uint(rest.length());
    turn[i % 3u][i % 2u] = 4.5;
    sink[source[i] + 3u] = uint(sink.length()) + i;
    memoryBarrierBuffer();
    log[i] = log[i + 64u] * 3u;
    pairs[i] = vec2(7.0, 8.0);
}
