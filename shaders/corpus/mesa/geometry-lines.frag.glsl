#version 450 core
flat in vec4 gs_generic0;
layout(location = 0) out uvec4 fs_color0;
vec4 out0;

void main()
{
    out0 = gs_generic0;
    fs_color0 = floatBitsToUint(out0);
}
