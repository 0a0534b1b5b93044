#version 450 core
layout(triangles) in;
in int id[];
patch in Levels { vec2 pair[2]; int count; } levels;
flat out ivec4 sums;
void main()
{
    gl_Position = gl_in[0].gl_Position * gl_TessCoord.x + gl_in[1].gl_Position * gl_TessCoord.y + gl_in[2].gl_Position * gl_TessCoord.z;
    sums = ivec4(id[0] + id[1] + id[2], levels.count, int(levels.pair[0].x), int(levels.pair[1].y));
}
