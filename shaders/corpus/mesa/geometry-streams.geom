#version 450 core
//! draw points 3
//! captured points
//! capture first gl_NextBuffer second
layout(points) in;
layout(points, max_vertices = 4) out;
layout(stream = 0) flat out uvec4 first;
layout(stream = 1) flat out uvec4 second;
flat in ivec4 number[];
void main()
{
    for (int i = 0; i < 2; i++) {
        first = uvec4(number[0].x, i, 3u, 4u);
        gl_Position = vec4(0.0);
        EmitStreamVertex(0);
        EndStreamPrimitive(0);
    }
    second = uvec4(number[0].x, 10u, 11u, 12u);
    EmitStreamVertex(1);
}
