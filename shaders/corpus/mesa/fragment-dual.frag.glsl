#version 450 core
in vec4 vs_generic0;
in vec4 vs_generic1;
layout(location = 0, index = 1) out vec4 fs_color0_second;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 out1;

void main()
{
    out1 = vs_generic0;
    out0.xy = vs_generic1.xy;
    out0.zw = vec2(0.5, 1.0);
    fs_color0_second = out0;
    fs_color0 = out1;
}
