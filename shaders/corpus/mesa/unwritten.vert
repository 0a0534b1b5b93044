#version 450 core
out vec4 given;
out vec4 missing;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    given = vec4(1.0, 2.0, 3.0, 4.0);
    if (gl_VertexID > 100) missing = given;
}
