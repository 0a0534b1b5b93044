#version 450 core
uniform uvec4 virgl_state[19];
invariant gl_Position;
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
invariant out vec4 vs_generic0;
precise vec4 out0;
vec4 out1;
precise vec4 temp0;
precise vec4 temp1;
precise vec4 temp2;

void main()
{
    temp0 = (in_0 * in_1);
    temp1 = (temp0 + in_2);
    temp2 = clamp((temp1 * in_1), vec4(0.0), vec4(1.0));
    out0 = temp1;
    out1 = temp2;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
