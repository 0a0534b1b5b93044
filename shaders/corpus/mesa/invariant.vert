#version 450 core
invariant gl_Position;
layout(location = 0) in vec4 corner;
invariant out vec4 tint;
uniform mat4 world;
void main()
{
    gl_Position = world * corner;
    tint = corner;
}
