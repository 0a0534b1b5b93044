#version 450 core
layout(triangles, invocations = 2) in;
layout(triangle_strip, max_vertices = 3) out;
uniform uvec4 virgl_state[19];
in vec4 vs_generic0[];
out vec4 gs_generic0;
vec4 out0;
vec4 out1;
ivec4 out2;
ivec4 out3;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = out1;
    gl_PrimitiveID = out2.x;
    gl_Layer = out3.x;
}

void main()
{
    out0 = gl_in[0].gl_Position;
    out1 = vs_generic0[0];
    out2.x = gl_PrimitiveIDIn;
    out3.x = gl_InvocationID;
    finish_vertex();
    EmitVertex();
    out0 = gl_in[1].gl_Position;
    out1 = vs_generic0[1];
    out2.x = gl_PrimitiveIDIn;
    out3.x = gl_InvocationID;
    finish_vertex();
    EmitVertex();
    out0 = gl_in[2].gl_Position;
    out1 = vs_generic0[2];
    out2.x = gl_PrimitiveIDIn;
    out3.x = gl_InvocationID;
    finish_vertex();
    EmitVertex();
    EndPrimitive();
}
