#version 450 core
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0.xy = vec2(gl_PointCoord.x, gl_PointCoord.y);
    out0.zw = vs_generic0.xy;
    fs_color0 = out0;
}
