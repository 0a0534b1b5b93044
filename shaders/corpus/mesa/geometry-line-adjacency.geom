#version 450 core
//! draw lines_adjacency 4
//! capture result
//! captured points
layout(lines_adjacency) in;
layout(points, max_vertices = 4) out;
flat out uvec4 result;
void main()
{
    for (int i = 0; i < gl_in.length(); i++) {
        gl_Position = gl_in[i].gl_Position;
        result = uvec4(i, floatBitsToUint(gl_in[3 - i].gl_Position.x), 0u, 1u);
        EmitVertex();
    }
}
