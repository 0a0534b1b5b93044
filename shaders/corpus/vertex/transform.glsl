#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants0 { vec4 vs_const0[4]; };
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = (in_0.xxxx * vs_const0[0]);
    temp0 = ((in_0.yyyy * vs_const0[1]) + temp0);
    temp0 = ((in_0.zzzz * vs_const0[2]) + temp0);
    temp1 = ((in_0.wwww * vs_const0[3]) + temp0);
    out0 = temp1;
    out1 = in_1;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
