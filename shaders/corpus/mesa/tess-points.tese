#version 450 core
layout(quads, equal_spacing, ccw, point_mode) in;
in vec4 moved[];
patch in ivec4 words;
out vec4 tint;
void main()
{
    gl_Position = vec4(gl_TessCoord.xy * 2.0 - 1.0, 0.0, 1.0);
    tint = vec4(gl_TessCoord, float(words.x + words.y)) + mix(moved[0], moved[1], gl_TessCoord.x);
}
