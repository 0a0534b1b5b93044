#version 450 core
uniform sampler1D fs_sampler0;
uniform sampler2D fs_sampler1;
uniform sampler3D fs_sampler2;
uniform samplerCube fs_sampler3;
uniform sampler2DRect fs_sampler4;
uniform sampler1DArray fs_sampler5;
uniform sampler2DArray fs_sampler6;
uniform samplerCubeArray fs_sampler7;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;
vec4 temp2;
vec4 temp3;
vec4 temp4;
vec4 temp5;
vec4 temp6;
vec4 temp7;
vec4 temp8;

void main()
{
    temp0 = texture(fs_sampler0, vs_generic0.x);
    temp1 = texture(fs_sampler1, vs_generic0.xy);
    temp2 = texture(fs_sampler2, vs_generic0.xyz);
    temp3 = texture(fs_sampler3, vs_generic0.xyz);
    temp4 = texture(fs_sampler4, vs_generic0.xy);
    temp5 = texture(fs_sampler5, vs_generic0.xy);
    temp6 = texture(fs_sampler6, vs_generic0.xyz);
    temp7 = texture(fs_sampler7, vs_generic0);
    temp8 = (temp0 + temp1);
    temp8 = (temp8 + temp2);
    temp8 = (temp8 + temp3);
    temp8 = (temp8 + temp4);
    temp8 = (temp8 + temp5);
    temp8 = (temp8 + temp6);
    temp8 = (temp8 + temp7);
    out0 = temp8;
    fs_color0 = out0;
}
