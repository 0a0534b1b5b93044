#version 450 core
layout(triangles, invocations = 2) in;
layout(triangle_strip, max_vertices = 3) out;
layout(std140) uniform VirglState {
    vec4 state_clip_planes[8];
    uvec4 state_stipple[8];
    vec4 state_tess_outer;
    vec4 state_tess_inner;
    float state_winsys_y;
    float state_alpha_reference;
    int state_draw_id_base;
    float state_framebuffer_height;
};
in vec4 vs_generic0[];
out vec4 gs_generic0;
vec4 out0;
vec4 out1;
ivec4 out2;
ivec4 out3;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
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
