#version 450 core
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
layout(location = 1) out vec4 fs_color1;
layout(location = 2) out uvec4 fs_color2;
vec4 out0;

void main()
{
    out0 = vs_generic0;
    fs_color0 = out0;
    fs_color1 = out0;
    fs_color2 = floatBitsToUint(out0);
}
