#version 450 core
uniform sampler2D fs_sampler0;
uniform sampler2DShadow fs_sampler1;
uniform usampler2DArray fs_sampler2;
uniform samplerCubeArrayShadow fs_sampler3;
uniform sampler2DArrayShadow fs_sampler4;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;
vec4 temp2;
uvec4 temp3;
vec4 temp4;
vec4 temp5;
vec4 temp6;
vec4 temp7;

void main()
{
    temp0 = textureGather(fs_sampler0, vs_generic0.xy, 2);
    temp1 = textureGatherOffset(fs_sampler0, vs_generic0.xy, ivec2(1, -1), 2);
    temp2 = textureGather(fs_sampler1, vs_generic0.xy, vs_generic0.z);
    temp3 = textureGather(fs_sampler2, vs_generic0.xyz, 1);
    temp4 = textureGather(fs_sampler3, vs_generic0, 1.0);
    temp5 = textureGather(fs_sampler4, vs_generic0.xyz, vs_generic0.w);
    temp6 = textureGatherOffsets(fs_sampler0, vs_generic0.xy, ivec2[4](ivec2(2, 0), ivec2(0, 1), ivec2(1, -1), ivec2(-1, 2)), 2);
    temp3 = floatBitsToUint(vec4(temp3));
    temp7 = (temp0 + temp1);
    temp7 = (temp7 + temp2);
    temp7 = (temp7 + uintBitsToFloat(temp3));
    temp7 = (temp7 + temp4);
    temp7 = (temp7 + temp5);
    temp7 = (temp7 + temp6);
    out0 = temp7;
    fs_color0 = out0;
}
