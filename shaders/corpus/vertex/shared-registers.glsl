#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
invariant out vec4 vs_generic1;
out vec4 vs_generic2;
vec4 out0;
vec4 out1;
vec4 out2;
vec4 out3;

void main()
{
    out0 = in_0;
    out1.xyz = in_1.xyz;
    out1.w = in_0.x;
    out2 = in_1.wzyx;
    out3 = in_1;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
    vs_generic1 = out2;
    vs_generic2 = out3;
}
