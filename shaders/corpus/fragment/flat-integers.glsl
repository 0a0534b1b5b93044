#version 450 core
flat in vec4 vs_generic1;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 temp0;

void main()
{
    temp0.x = (floatBitsToUint(vs_generic1.x) + floatBitsToUint(vs_generic1.x));
    out0 = vec4(temp0.xxxx);
    fs_color0 = out0;
}
