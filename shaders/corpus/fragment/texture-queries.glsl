#version 450 core
uniform sampler2DArray fs_sampler0;
uniform sampler2DMS fs_sampler1;
uniform samplerCubeArray fs_sampler2;
uniform samplerBuffer fs_sampler3;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
ivec3 scratch0;
uvec4 temp0;
ivec2 scratch1;
uvec4 temp1;
uvec4 temp2;
vec2 scratch2;
vec4 temp3;
ivec3 scratch3;
uvec4 temp4;
int scratch4;
uvec4 temp5;

void main()
{
    scratch0 = textureSize(fs_sampler0, 1);
    temp0 = uvec4(ivec4(scratch0.x, scratch0.y, scratch0.z, textureQueryLevels(fs_sampler0)));
    scratch1 = textureSize(fs_sampler1);
    temp1.xy = uvec2(ivec2(scratch1.x, scratch1.y));
    temp2.x = uint(textureSamples(fs_sampler1));
    scratch2 = textureQueryLod(fs_sampler0, vs_generic0.xy);
    temp3.xy = vec2(scratch2.x, scratch2.y);
    scratch3 = textureSize(fs_sampler2, 1);
    temp4.xyz = uvec3(ivec3(scratch3.x, scratch3.y, scratch3.z));
    scratch4 = textureSize(fs_sampler3);
    temp5.x = uint(scratch4);
    temp0.xy = (temp0.xy + temp1.xy);
    temp0.x = (temp0.x + temp2.x);
    temp0.xyz = (temp0.xyz + temp4.xyz);
    temp0.x = (temp0.x + temp5.x);
    temp0 = floatBitsToUint(vec4(temp0));
    out0 = (uintBitsToFloat(temp0) + temp3.xyxy);
    fs_color0 = out0;
}
