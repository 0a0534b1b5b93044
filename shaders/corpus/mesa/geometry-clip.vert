#version 450 core
out gl_PerVertex { vec4 gl_Position; float gl_PointSize; float gl_ClipDistance[2]; };
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    gl_PointSize = 3.0;
    gl_ClipDistance[0] = corner.x + 0.5;
    gl_ClipDistance[1] = 1.0;
}
