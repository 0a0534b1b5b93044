#version 450 core
layout(std430) readonly buffer fs_Constants0 { vec4 fs_const0[4097]; };
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
ivec4 addr0;

void main()
{
    addr0.x = int(floor(vs_generic0.x));
    out0 = (fs_const0[4096] + fs_const0[(addr0.x + 1)]);
    fs_color0 = out0;
}
