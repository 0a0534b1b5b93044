#version 450 core
#extension GL_KHR_blend_equation_advanced : require
layout(blend_support_all_equations) out;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = vs_generic0;
    fs_color0 = out0;
}
