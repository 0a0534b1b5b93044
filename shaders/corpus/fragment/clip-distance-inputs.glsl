#version 450 core
in float gl_ClipDistance[3];
in float gl_CullDistance[2];
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = (vec4(gl_ClipDistance[0], gl_ClipDistance[1], gl_ClipDistance[2], gl_CullDistance[0]) + vec4(gl_CullDistance[1], 0.0, 0.0, 0.0));
    fs_color0 = out0;
}
