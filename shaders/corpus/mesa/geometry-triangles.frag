#version 450 core
in vec4 color_in;
flat in int sum;
layout(location = 0) out vec4 color;
layout(location = 1) out ivec4 numbers;
void main() { color = color_in; numbers = ivec4(sum, gl_PrimitiveID, 0, 1); }
