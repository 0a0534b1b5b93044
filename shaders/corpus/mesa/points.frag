#version 450 core
in vec4 tint;
out vec4 color;
void main() { color = vec4(gl_PointCoord, tint.xy); }
