#version 450 core
in vec4 vs_generic0;
layout(location = 0) out ivec4 fs_color0;
layout(location = 1) out uvec4 fs_color1;
layout(location = 2) out vec4 fs_color2;
ivec4 out0;
ivec4 out1;
vec4 out2;
ivec4 temp0;

void main()
{
    temp0 = ivec4(vs_generic0);
    out0 = temp0;
    out1 = temp0;
    out2 = vs_generic0;
    fs_color0 = out0;
    fs_color1 = uvec4(out1);
    fs_color2 = out2;
}
