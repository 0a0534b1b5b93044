#version 450 core
layout(std140) uniform fs_Constants0 { vec4 fs_const0[3]; };
flat in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 addr0;

void main()
{
    addr0.x = floatBitsToUint(vs_generic0.x);
    out0 = (fs_const0[int(addr0.x)] + fs_const0[2]);
    fs_color0 = out0;
}
