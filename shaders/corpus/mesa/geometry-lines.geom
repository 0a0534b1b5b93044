#version 450 core
//! draw lines 4
//! capture result
//! captured lines
layout(lines) in;
layout(line_strip, max_vertices = 8) out;
in vec4 value[];
flat out uvec4 result;
void main()
{
    if (gl_PrimitiveIDIn > 5) return;
    for (int i = 0; i < 4; i++) {
        gl_Position = gl_in[i & 1].gl_Position;
        result = uvec4(i, gl_PrimitiveIDIn, floatBitsToUint(value[i & 1].x), 1u);
        EmitVertex();
        if (i == 1) EndPrimitive();
    }
}
