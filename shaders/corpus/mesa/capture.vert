#version 450 core
//! draw triangles 6
//! capture first gl_Position words[1] pair gl_PointSize
out vec3 first;
flat out ivec2 words[3];
out vec2 pair;
void main()
{
    gl_Position = vec4(gl_VertexID, 1.0, 2.0, 3.0);
    gl_PointSize = 2.0;
    first = vec3(gl_VertexID * 10, 4.0, 5.0);
    for (int i = 0; i < 3; i++) words[i] = ivec2(i, gl_VertexID);
    pair = vec2(-1.0, -2.0);
}
