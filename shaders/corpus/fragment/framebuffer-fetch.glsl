#version 450 core
#extension GL_EXT_shader_framebuffer_fetch : require
in vec4 vs_generic0;
layout(location = 0) inout vec4 fs_color0;
layout(location = 1) inout vec4 fs_color1;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = fs_color0;
    temp1.xw = fs_color1.wx;
    out0 = (temp0 * vs_generic0);
    out1 = temp1.xxww;
    fs_color0 = out0;
    fs_color1 = out1;
}
