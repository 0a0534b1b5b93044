#version 450 core
layout(early_fragment_tests) in;
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
layout(std430) buffer fs_Buffer0 { uint words[]; } fs_buffer0;
layout(r32ui) writeonly uniform uimage2D fs_image0;
layout(origin_upper_left) in vec4 gl_FragCoord;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uint scratch0;
uint scratch1;
uvec4 temp5;
uvec4 temp6;
uvec4 temp7;
uvec4 temp1;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
uint scratch2;
uint scratch3;

void main()
{
    temp0.y = ((gl_FragCoord.y * fs_const0[0].z) + fs_const0[0].w);
    temp0.x = gl_FragCoord.x;
    temp2.xy = uvec2(ivec2(temp0.xy));
    temp3.x = (temp2.y << 2u);
    temp4.x = (temp2.x + 1u);
    scratch0 = (temp3.x >> 2u);
    scratch1 = atomicAdd(fs_buffer0.words[scratch0], temp4.x);
    temp5.x = scratch1;
    temp6.x = (temp2.x * 10u);
    temp7.x = (temp6.x + temp2.y);
    temp1.xy = temp2.xy;
    imageStore(fs_image0, ivec2(temp1.xy), temp7.xxxx);
    temp9.x = (temp3.x + temp2.x);
    temp10.x = (temp9.x << 2u);
    temp11.x = (temp10.x + 64u);
    scratch2 = (temp11.x >> 2u);
    scratch3 = 263u;
    fs_buffer0.words[scratch2] = scratch3;
    out0 = vs_generic0;
    fs_color0 = out0;
}
