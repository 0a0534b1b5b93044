#version 450 core
layout(triangles) in;
layout(triangle_strip, max_vertices = 6) out;
in vec4 tint[];
flat in int id[];
out vec4 color_in;
flat out int sum;
uniform int which;
void main()
{
    for (int p = 0; p < 2; p++) {
        for (int i = 0; i < tint.length(); i++) {
            gl_Position = gl_in[i].gl_Position * (p == 0 ? 1.0 : 0.5);
            color_in = tint[(i + which + 8) % 3];
            sum = id[0] + id[1] * 10 + id[2] * 100 + p * 1000 + gl_PrimitiveIDIn;
            gl_PrimitiveID = 40 + p;
            EmitVertex();
        }
        EndPrimitive();
    }
}
