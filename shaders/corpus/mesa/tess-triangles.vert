#version 450 core
out vec4 corner;
void main()
{
    corner = vec4((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1, gl_VertexID, 1.0);
    gl_Position = vec4(corner.xy, 0.0, 1.0);
}
