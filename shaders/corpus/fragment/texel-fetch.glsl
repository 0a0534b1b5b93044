#version 450 core
uniform isampler2D fs_sampler0;
uniform sampler2DMS fs_sampler1;
uniform usamplerBuffer fs_sampler2;
uniform sampler2DRect fs_sampler3;
uniform sampler2DMSArray fs_sampler4;
uniform usampler3D fs_sampler5;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
ivec4 temp0;
uvec4 temp1;
vec4 temp2;
uvec4 temp3;
vec4 temp4;
vec4 temp5;
uvec4 temp6;
uvec4 temp7;
vec4 temp8;

void main()
{
    temp0 = ivec4(vs_generic0);
    temp1 = uvec4(texelFetch(fs_sampler0, temp0.xy, temp0.w));
    temp2 = texelFetch(fs_sampler1, temp0.xy, temp0.w);
    temp3 = texelFetch(fs_sampler2, temp0.x);
    temp4 = texelFetch(fs_sampler3, temp0.xy);
    temp5 = texelFetch(fs_sampler4, ivec3(1, 0, 0), 2);
    temp6.xy = texelFetchOffset(fs_sampler5, temp0.xyz, temp0.w, ivec3(1, 0, 0)).xy;
    temp7 = (temp1 + temp3);
    temp7.xy = (temp7.xy + temp6.xy);
    temp7 = floatBitsToUint(vec4(temp7));
    temp8 = (temp2 + temp4);
    temp8 = (temp8 + temp5);
    out0 = (uintBitsToFloat(temp7) + temp8);
    fs_color0 = out0;
}
