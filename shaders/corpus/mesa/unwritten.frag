#version 450 core
in vec4 given;
in vec4 missing;
out vec4 color;
void main() { color = given + (given.x > 5.0 ? missing : vec4(0.0)); }
