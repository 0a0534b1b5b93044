#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants0 { vec4 vs_const0[4]; };
invariant gl_Position;
layout(location = 0) in vec4 in_0;
invariant out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;
vec4 temp2;

void main()
{
    temp0 = (vs_const0[1] * in_0.yyyy);
    temp1 = ((vs_const0[0] * in_0.xxxx) + temp0);
    temp2 = ((vs_const0[2] * in_0.zzzz) + temp1);
    out0 = ((vs_const0[3] * in_0.wwww) + temp2);
    out1 = in_0;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
