#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(location = 0) out vec4 color;
layout(depth_greater) out float gl_FragDepth;
void main()
{
    color = value;
    gl_FragDepth = gl_FragCoord.x / 8.0 + 0.01;
}
