#version 450 core
uniform sampler1DShadow fs_sampler0;
uniform sampler2DShadow fs_sampler1;
uniform sampler2DRectShadow fs_sampler2;
uniform sampler1DArrayShadow fs_sampler3;
uniform sampler2DArrayShadow fs_sampler4;
uniform samplerCubeShadow fs_sampler5;
uniform samplerCubeArrayShadow fs_sampler6;
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
vec4 temp9;
vec4 temp10;

void main()
{
    temp0 = vec4(texture(fs_sampler0, vs_generic0.xyz));
    temp1 = vec4(texture(fs_sampler1, vs_generic0.xyz));
    temp2 = vec4(texture(fs_sampler2, vs_generic0.xyz));
    temp3 = vec4(texture(fs_sampler3, vs_generic0.xyz));
    temp4 = vec4(texture(fs_sampler4, vs_generic0));
    temp5 = vec4(texture(fs_sampler5, vs_generic0));
    temp6 = vec4(texture(fs_sampler6, vs_generic0, 1.0));
    temp7 = vec4(textureLod(fs_sampler1, vs_generic0.xyz, vs_generic0.w));
    temp8 = vec4(textureProj(fs_sampler1, vs_generic0));
    temp9 = vec4(textureGrad(fs_sampler4, vs_generic0, vs_generic0.xy, vs_generic0.xy));
    temp10 = (temp0 + temp1);
    temp10 = (temp10 + temp2);
    temp10 = (temp10 + temp3);
    temp10 = (temp10 + temp4);
    temp10 = (temp10 + temp5);
    temp10 = (temp10 + temp6);
    temp10 = (temp10 + temp7);
    temp10 = (temp10 + temp8);
    temp10 = (temp10 + temp9);
    out0 = temp10;
    fs_color0 = out0;
}
