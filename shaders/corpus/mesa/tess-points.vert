#version 450 core
out vec4 corner;
void main() { corner = vec4(gl_VertexID & 1, gl_VertexID >> 1, gl_VertexID, 1.0); gl_Position = corner; }
