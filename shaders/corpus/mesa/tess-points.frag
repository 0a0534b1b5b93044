#version 450 core
//! tolerance 1e-5
in vec4 tint;
out vec4 color;
void main() { color = tint; }
