#version 450 core
// The vertex stage of programs that bring none: one triangle over the whole target.
out vec4 value;
out vec2 place;
flat out ivec4 number;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.25, 1.0);
    place = corner * 0.5 + 0.5;
    value = vec4(place, 0.5, 2.0);
    number = ivec4(gl_VertexID, 7, -8, 9);
}
