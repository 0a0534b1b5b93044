#version 450 core
in vec4 te_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = te_generic0;
    fs_color0 = out0;
}
