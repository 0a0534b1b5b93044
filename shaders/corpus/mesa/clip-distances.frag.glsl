#version 450 core
in float gl_ClipDistance[3];
in float gl_CullDistance[2];
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0.xyz = vec3(gl_ClipDistance[0], gl_ClipDistance[2], gl_CullDistance[0]);
    out0.w = gl_CullDistance[1];
    fs_color0 = out0;
}
