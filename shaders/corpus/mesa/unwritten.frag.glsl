#version 450 core
in vec4 vs_generic0;
in vec4 vs_generic1;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 temp0;
vec4 temp1;

void main()
{
    temp0.x = uint(-int((5.0 < vs_generic0.x)));
    temp1 = mix(vec4(0.0), vs_generic1, notEqual(temp0.xxxx, uvec4(0u)));
    out0 = (vs_generic0 + temp1);
    fs_color0 = out0;
}
