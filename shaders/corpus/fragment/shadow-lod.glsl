#version 450 core
#extension GL_EXT_texture_shadow_lod : require
uniform sampler2DArrayShadow fs_sampler0;
uniform samplerCubeShadow fs_sampler1;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = vec4(textureLod(fs_sampler0, vs_generic0, 2.0));
    temp1 = vec4(textureLod(fs_sampler1, vs_generic0, 2.0));
    out0 = (temp0 + temp1);
    fs_color0 = out0;
}
