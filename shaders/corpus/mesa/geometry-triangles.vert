#version 450 core
out vec4 tint;
flat out int id;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    tint = vec4(corner, 1.0, 2.0);
    id = gl_VertexID + 1;
}
