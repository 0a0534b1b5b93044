#version 450 core
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
ivec4 temp4;
ivec4 temp5;

void main()
{
    temp4 = max(ivec4(gl_Layer, 0, 0, 0), ivec4(gl_Layer, 0, 0, 0));
    temp5 = max(ivec4(gl_ViewportIndex, 0, 0, 0), ivec4(gl_ViewportIndex, 0, 0, 0));
    out0.x = float(temp4.x);
    out0.y = float(temp5.x);
    out0.zw = vs_generic0.xy;
    fs_color0 = out0;
}
