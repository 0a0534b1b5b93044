#version 450 core
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
layout(location = 0, index = 1) out vec4 fs_color0_second;
vec4 out0;
vec4 out1;

void main()
{
    out0 = vs_generic0;
    out1 = (vs_generic0 * vs_generic0);
    fs_color0 = out0;
    fs_color0_second = out1;
}
