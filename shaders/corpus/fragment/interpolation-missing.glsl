#version 450 core
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;

void main()
{
    temp0 = vec4(0.0);
    out0 = temp0;
    fs_color0 = out0;
}
