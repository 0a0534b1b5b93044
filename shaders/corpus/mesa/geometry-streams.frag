#version 450 core
flat in uvec4 first;
out uvec4 color;
void main() { color = first; }
