#version 450 core
layout(points) in;
layout(points, max_vertices = 2) out;
layout(xfb_buffer = 0, xfb_stride = 24) out;
layout(xfb_buffer = 1, xfb_stride = 16) out;
uniform uvec4 virgl_state[19];
out vec4 gs_generic0;
layout(stream = 1) out vec4 gs_generic1;
layout(xfb_buffer = 0, xfb_offset = 0) flat out vec4 gs_capture0;
layout(xfb_buffer = 0, xfb_offset = 16) flat out vec2 gs_capture1;
layout(stream = 1, xfb_buffer = 1, xfb_offset = 0) flat out vec4 gs_capture2;
vec4 out0;
vec4 out1;
vec4 out2;

void finish_vertex()
{
    gs_capture0 = out0;
    gs_capture1 = out1.xy;
    gs_capture2 = out2;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = out1;
    gs_generic1 = out2;
}

void main()
{
    out0 = gl_in[0].gl_Position;
    out1 = gl_in[0].gl_Position.wzyx;
    finish_vertex();
    EmitStreamVertex(0);
    out2 = gl_in[0].gl_Position.yyyy;
    finish_vertex();
    EmitStreamVertex(1);
    EndStreamPrimitive(0);
    EndStreamPrimitive(1);
}
