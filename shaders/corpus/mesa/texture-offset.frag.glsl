#version 450 core
uniform sampler1D fs_sampler0;
uniform sampler2D fs_sampler1;
uniform sampler3D fs_sampler2;
uniform sampler2DRect fs_sampler3;
uniform sampler1DArray fs_sampler4;
uniform sampler2DArray fs_sampler5;
in vec4 vs_generic1;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
layout(location = 1) out vec4 fs_color1;
vec4 out0;
vec4 out1;
vec4 temp1;
vec4 temp2;
vec4 temp3;
vec4 temp4;
vec4 temp5;
vec4 temp6;
vec4 temp7;
vec4 temp8;
vec4 temp9;
vec4 temp0;
vec4 temp10;

void main()
{
    temp1.x = vs_generic1.x;
    temp2 = textureOffset(fs_sampler0, temp1.x, 2);
    temp3 = textureOffset(fs_sampler1, vs_generic1.xy, ivec2(-1, 3));
    temp4 = (temp2 + temp3);
    temp5 = textureOffset(fs_sampler2, vs_generic0.xyz, ivec3(1, -1, 2));
    out0 = (temp4 + temp5);
    temp6.xy = (vs_generic1.xy * vec2(8.0));
    temp7 = textureOffset(fs_sampler3, temp6.xy, ivec2(1, -8));
    temp8 = textureOffset(fs_sampler4, vs_generic1.xy, 7);
    temp9 = (temp7 + temp8);
    temp0.xy = vs_generic1.xy;
    temp0.z = 1.0;
    temp10 = textureOffset(fs_sampler5, temp0.xyz, ivec2(2));
    out1 = (temp9 + temp10);
    fs_color0 = out0;
    fs_color1 = out1;
}
