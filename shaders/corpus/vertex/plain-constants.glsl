#version 450 core
uniform uvec4 virgl_state[19];
uniform uvec4 vs_const0[3];
layout(std140) uniform vs_Constants1 { uvec4 vs_const1[2]; };
layout(location = 0) in vec4 in_0;
out vec4 vs_generic0;
vec4 out0;
uvec4 out1;

void main()
{
    out0 = (in_0 * uintBitsToFloat(vs_const0[0]));
    out1 = (vs_const0[2] + vs_const1[1]);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = uintBitsToFloat(out1);
}
