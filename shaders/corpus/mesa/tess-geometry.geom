#version 450 core
layout(triangles) in;
layout(triangle_strip, max_vertices = 3) out;
flat in ivec4 sums[];
flat out uvec4 result;
void main()
{
    for (int i = 0; i < 3; i++) { gl_Position = gl_in[i].gl_Position; result = uvec4(sums[i]); EmitVertex(); }
}
