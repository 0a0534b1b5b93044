#version 450 core
flat in vec4 vs_generic0;
layout(location = 0) out ivec4 fs_color0;
layout(location = 1) out uvec4 fs_color1;
uvec4 out0;
vec4 out1;

void main()
{
    out0 = floatBitsToUint(vs_generic0);
    out1 = vs_generic0.wzyx;
    fs_color0.x = int(out0.w);
    fs_color1.x = floatBitsToUint(out1.w);
}
