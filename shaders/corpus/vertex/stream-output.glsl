#version 450 core
layout(xfb_buffer = 0, xfb_stride = 32) out;
layout(xfb_buffer = 1, xfb_stride = 4) out;
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
layout(xfb_buffer = 0, xfb_offset = 0) flat out vec4 vs_capture0;
layout(xfb_buffer = 0, xfb_offset = 24) flat out vec2 vs_capture1;
layout(xfb_buffer = 1, xfb_offset = 0) flat out float vs_capture2;
vec4 out0;
vec4 out1;

void main()
{
    out0 = in_0;
    out1 = in_1;
    vs_capture0 = out0;
    vs_capture1 = out1.yz;
    vs_capture2 = out1.x;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
