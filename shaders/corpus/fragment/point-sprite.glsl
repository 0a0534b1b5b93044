#version 450 core
in vec4 vs_generic1;
layout(location = 0) out vec4 fs_color0;
layout(location = 1) out vec4 fs_color1;
vec4 out0;
vec4 out1;

void main()
{
    out0 = (vec4(gl_PointCoord.x, gl_PointCoord.y, 0.0, 1.0) + vs_generic1);
    out1 = (vec4(gl_PointCoord.x, gl_PointCoord.y, 0.0, 1.0) + vec4(gl_PointCoord.x, gl_PointCoord.y, 0.0, 1.0));
    fs_color0 = out0;
    fs_color1 = out1;
}
