#version 450 core
//! clip 3
out float gl_ClipDistance[3];
out float gl_CullDistance[2];
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    gl_ClipDistance[0] = corner.x + 0.6;
    gl_ClipDistance[1] = 0.6 - corner.y;
    gl_ClipDistance[2] = corner.x + corner.y + 1.5;
    for (int i = 0; i < 2; i++) gl_CullDistance[i] = float(i) + corner.x;
}
