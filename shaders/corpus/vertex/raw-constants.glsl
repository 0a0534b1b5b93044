#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants0 { uvec4 vs_const0[2]; };
layout(location = 0) in vec4 in_0;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;

void main()
{
    temp0 = (vs_const0[0] + vs_const0[1]);
    out0 = in_0;
    out1 = (uintBitsToFloat(temp0) + uintBitsToFloat(vs_const0[0]));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
