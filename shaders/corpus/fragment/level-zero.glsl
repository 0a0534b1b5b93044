#version 450 core
#extension GL_EXT_texture_shadow_lod : require
uniform sampler2D fs_sampler0;
uniform samplerCubeArrayShadow fs_sampler1;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
uvec4 temp1;
vec4 temp2;

void main()
{
    temp0 = textureLod(fs_sampler0, vs_generic0.xy, 0.0);
    temp1 = uvec4(ivec4(vs_generic0));
    temp1 = floatBitsToUint(texelFetch(fs_sampler0, ivec2(temp1.xy), 0));
    temp2.x = vec4(texture(fs_sampler1, vs_generic0, vs_generic0.x, vs_generic0.y)).x;
    temp0 = (temp0 + temp2.xxxx);
    out0 = (temp0 + uintBitsToFloat(temp1));
    fs_color0 = out0;
}
