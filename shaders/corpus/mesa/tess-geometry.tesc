#version 450 core
//! draw patches 3
//! patch 3
layout(vertices = 3) out;
out int id[];
patch out Levels { vec2 pair[2]; int count; } levels;
void main()
{
    gl_out[gl_InvocationID].gl_Position = gl_in[gl_InvocationID].gl_Position;
    id[gl_InvocationID] = gl_InvocationID * 3;
    gl_TessLevelOuter[0] = gl_TessLevelOuter[1] = gl_TessLevelOuter[2] = 1.0;
    gl_TessLevelInner[0] = 1.0;
    levels.pair[gl_InvocationID & 1] = vec2(5.0, 6.0);
    levels.count = 7;
}
