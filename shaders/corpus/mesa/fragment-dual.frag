#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
//! dual
layout(location = 0, index = 0) out vec4 first;
layout(location = 0, index = 1) out vec4 second;
void main()
{
    first = value;
    second = vec4(place, 0.5, 1.0);
}
