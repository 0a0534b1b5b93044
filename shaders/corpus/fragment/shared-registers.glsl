#version 450 core
in vec4 vs_generic0;
in vec4 vs_generic1;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = (vs_generic0 + vs_generic1);
    fs_color0 = out0;
}
