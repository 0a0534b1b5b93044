#version 450 core
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = (vec4(0.0) + vec4(0.0, 0.0, 0.0, 1.0));
    fs_color0 = out0;
}
