#version 450 core
//! layers 3
//! viewports 3
layout(triangles, invocations = 3) in;
layout(triangle_strip, max_vertices = 3) out;
flat out uvec4 result;
in vec4 value[];
void main()
{
    for (int i = 0; i < 3; i++) {
        gl_Position = gl_in[i].gl_Position;
        gl_Layer = gl_InvocationID;
        gl_ViewportIndex = 2 - gl_InvocationID;
        result = uvec4(gl_InvocationID, floatBitsToUint(value[i].w), 5u, 6u);
        EmitVertex();
    }
    EndPrimitive();
}
