#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic9;
vec4 out0;
vec4 out1;
vec4 out2;

void main()
{
    out0 = in_0;
    out1.xy = in_1.xy;
    out2.zw = in_2.zw;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic9.xy = out1.xy;
    vs_generic9.zw = out2.zw;
}
