#version 450 core
in vec4 vs_generic0;
in vec4 vs_generic1;
in vec4 vs_generic2;
in vec4 vs_generic3;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 addr0;
vec4 inputs1[3];

void main()
{
    inputs1[0] = vs_generic1;
    inputs1[1] = vs_generic2;
    inputs1[2] = vs_generic3;
    addr0.x = uint(int(floor(vs_generic0.x)));
    out0 = inputs1[min(addr0.x, 2u)];
    fs_color0 = out0;
}
