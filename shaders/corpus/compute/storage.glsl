#version 450 core
layout(local_size_x = 8, local_size_y = 4, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
layout(std430) coherent buffer cs_Buffer1 { uint words[]; } cs_buffer1;
uvec4 temp0;
uvec4 temp1;
uint scratch0;
uvec4 temp2;
uvec4 temp3;
uint scratch1;
uvec3 scratch2;
ivec4 temp4;
uint scratch3;

void main()
{
    temp0.x = ((gl_WorkGroupID.x * 8u) + gl_LocalInvocationID.x);
    temp1.x = (temp0.x << 4u);
    scratch0 = (temp1.x >> 2u);
    temp2 = uvec4(cs_buffer0.words[scratch0], cs_buffer0.words[(scratch0 + 1u)], cs_buffer0.words[(scratch0 + 2u)], cs_buffer0.words[(scratch0 + 3u)]);
    temp3.xz = uvec2(cs_buffer1.words[4u], cs_buffer1.words[6u]);
    temp2.xyz = (temp2.xyz + temp3.xzx);
    scratch1 = (temp1.x >> 2u);
    scratch2 = temp2.xyw;
    cs_buffer0.words[scratch1] = scratch2.x;
    cs_buffer0.words[(scratch1 + 1u)] = scratch2.y;
    cs_buffer0.words[(scratch1 + 3u)] = scratch2.z;
    temp4.x = (cs_buffer1.words.length() * 4);
    scratch3 = uint(temp4.x);
    cs_buffer1.words[4u] = scratch3;
}
