#version 450 core
uniform sampler2D fs_sampler0;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;
vec4 temp2;
vec4 temp3;
vec4 temp4;
vec4 temp5;

void main()
{
    temp0 = textureOffset(fs_sampler0, vs_generic0.xy, ivec2(1, -2), vs_generic0.w);
    temp1 = textureLodOffset(fs_sampler0, vs_generic0.xy, vs_generic0.w, ivec2(1, -2));
    temp2 = textureProjOffset(fs_sampler0, vs_generic0, ivec2(-2, 1));
    temp3 = textureGradOffset(fs_sampler0, vs_generic0.xy, vs_generic0.zw, vs_generic0.wz, ivec2(1, -2));
    temp4 = texture(fs_sampler0, vs_generic0.xy);
    temp5 = (temp0 + temp1);
    temp5 = (temp5 + temp2);
    temp5 = (temp5 + temp3);
    out0 = (temp5 + temp4);
    fs_color0 = out0;
}
