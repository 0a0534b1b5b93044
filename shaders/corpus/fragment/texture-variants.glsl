#version 450 core
uniform sampler2D fs_sampler0;
uniform samplerCubeArray fs_sampler1;
uniform sampler2DArray fs_sampler2;
uniform samplerCube fs_sampler3;
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
    temp0 = texture(fs_sampler0, vs_generic0.xy, vs_generic0.w);
    temp1 = textureLod(fs_sampler0, vs_generic0.xy, vs_generic0.w);
    temp2 = textureProj(fs_sampler0, vs_generic0);
    temp3 = textureGrad(fs_sampler0, vs_generic0.xy, vs_generic0.zw, vs_generic0.wz);
    temp4 = texture(fs_sampler1, vs_generic0, 1.0);
    temp5 = textureLod(fs_sampler1, vs_generic0, 0.5);
    temp6 = textureOffset(fs_sampler2, vs_generic0.xyz, ivec2(1, -2));
    temp7 = texture(fs_sampler3, (vs_generic0.xyz / vs_generic0.www));
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
