#version 450 core
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_clipvertex0;
vec4 out0;
vec4 out1;

void main()
{
    out0 = in_0;
    out1 = in_1;
    gl_Position = out0;
    vs_clipvertex0 = out1;
}
