#version 450 core
in vec4 vs_color0;
centroid in vec4 vs_color1;
in vec4 vs_backcolor0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = (mix(vs_backcolor0, vs_color0, bvec4(gl_FrontFacing)) + vs_color1);
    fs_color0 = out0;
}
