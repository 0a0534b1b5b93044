#version 450 core
layout(local_size_x = 4) in;
layout(r32ui) uniform uimage2D picture[3];
uniform int which;
void main()
{
    int i = int(gl_LocalInvocationIndex);
    int at = (which + 8) % 3;
    imageStore(picture[at], ivec2(i, 0), uvec4(100 + i));
    imageAtomicAdd(picture[(at + 1) % 3], ivec2(i, 1), 7u);
}
