#version 450 core
#extension GL_ARB_shader_clock : require
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
uvec2 scratch0;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
uvec4 temp3;
uint scratch1;

void main()
{
    scratch0 = clock2x32ARB();
    temp0.xy = uvec2(scratch0.x, scratch0.y);
    temp1.xy = uvec2(-ivec2(equal(temp0.xy, uvec2(0u, 1u))));
    temp2.x = (temp1.x & temp1.y);
    temp3.x = ((temp2.x != 0u) ? 2u : 3u);
    scratch1 = temp3.x;
    cs_buffer0.words[0u] = scratch1;
}
