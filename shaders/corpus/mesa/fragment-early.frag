#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(early_fragment_tests) in;
layout(std430) buffer Data { uint data[256]; };
layout(r32ui) uniform uimage2D picture;
layout(location = 0) out vec4 color;
void main()
{
    ivec2 p = ivec2(gl_FragCoord.xy);
    color = value;
    atomicAdd(data[p.y], uint(p.x) + 1u);
    imageStore(picture, p, uvec4(p.x * 10 + p.y));
    data[16 + p.y * 4 + p.x] = 7u + uint(data.length());
}
