#version 450 core
in vec4 vs_texcoord1;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = (vs_texcoord1 + vec4(gl_PointCoord.x, gl_PointCoord.y, 0.0, 1.0));
    fs_color0 = out0;
}
