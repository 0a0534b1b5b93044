#version 450 core
centroid out vec4 inside;
noperspective centroid out vec2 straight;
flat out uvec2 words;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    inside = vec4(corner, 1.0, 2.0);
    straight = corner * 2.0;
    words = uvec2(5u, 6u);
}
