#version 450 core
#extension GL_ARB_shader_clock : require
layout(local_size_x = 1) in;
layout(std430) buffer Data { uint data[256]; };
void main()
{
    uvec2 before = clock2x32ARB();
    data[0] = before == uvec2(0u, 1u) ? 2u : 3u;
}
