#version 450 core
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;

void main()
{
    temp0.x = float(((gl_FrontFacing ? 1.0 : -1.0) >= 0.0));
    out0 = (gl_FragCoord * temp0.xxxx);
    fs_color0 = out0;
}
