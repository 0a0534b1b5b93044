#version 450 core
//! draw triangles_adjacency 6
//! size 8 8
//! point-size
layout(triangles_adjacency) in;
layout(points, max_vertices = 6) out;
in vec2 place[];
flat out uvec4 result;
void main()
{
    for (int i = 0; i < 6; i++) {
        gl_Position = vec4(float(i) / 4.0 - 0.75, place[i].x * 0.5, 0.0, 1.0);
        gl_PointSize = 2.0;
        result = uvec4(i + 1);
        EmitVertex();
    }
}
