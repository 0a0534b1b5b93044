#version 450 core
layout(local_size_x = 4) in;
layout(std430) buffer Data { uint data[256]; };
struct Light { vec4 color; float reach; };
layout(std140) uniform First { vec4 one; float rows[6]; mat3 turn; Light lights[2]; };
layout(std140) uniform Second { vec4 two[8]; } second;
layout(std140) uniform Many { vec4 head; vec4 tail[2]; } many[3];
uniform float plain[5];
uniform int which;
void main()
{
    uint i = gl_LocalInvocationIndex;
    uint at = i * 16u;
    data[at] = floatBitsToUint(one.y + rows[i]);
    data[at + 1u] = floatBitsToUint(turn[i % 3u].z);
    data[at + 2u] = floatBitsToUint(lights[i & 1u].reach);
    data[at + 3u] = floatBitsToUint(second.two[7u - i].w);
    data[at + 4u] = floatBitsToUint(many[(which + 7) % 3].tail[i & 1u].x);
    data[at + 5u] = floatBitsToUint(many[1].head.z + plain[i + 1u]);
    data[at + 6u] = floatBitsToUint(lights[1].color[i]);
}
