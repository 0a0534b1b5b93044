#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants0 { vec4 vs_const0[4]; };
layout(location = 0) in vec4 in_0;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = in_0;
    temp1.xy = (temp0.xy * vec2(1.0));
    temp1.zw = vs_const0[3].zw;
    out0 = temp1;
    out1 = temp0.xxxx;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
