#version 450 core
//! tolerance 1e-5
in float gl_ClipDistance[3];
in float gl_CullDistance[2];
out vec4 color;
void main() { color = vec4(gl_ClipDistance[0], gl_ClipDistance[2], gl_CullDistance[0], gl_CullDistance[1]); }
