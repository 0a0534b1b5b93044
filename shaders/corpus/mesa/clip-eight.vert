#version 450 core
//! clip 8
out float gl_ClipDistance[8];
flat out uvec4 result;
uniform int which;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    for (int i = 0; i < 8; i++) gl_ClipDistance[i] = 4.0;
    gl_ClipDistance[which & 7] = corner.x;
    result = uvec4(9u);
}
