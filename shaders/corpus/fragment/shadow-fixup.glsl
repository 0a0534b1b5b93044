#version 450 core
uniform sampler2DShadow fs_sampler0;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;

void main()
{
    temp0 = mix(vec4(texture(fs_sampler0, vs_generic0.xyz)).xxxx, vec4(0.0, 0.0, 0.0, 1.0), bvec4(false, false, true, true));
    out0 = temp0;
    fs_color0 = out0;
}
