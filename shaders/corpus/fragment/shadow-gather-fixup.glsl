#version 450 core
uniform sampler2DShadow fs_sampler0;
uniform sampler2DShadow fs_sampler1;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = textureGather(fs_sampler0, vs_generic0.xy, vs_generic0.z);
    temp1 = mix(textureGather(fs_sampler1, vs_generic0.xy, vs_generic0.z).xxxx, vec4(0.0), bvec4(true));
    out0 = (temp0 + temp1);
    fs_color0 = out0;
}
