#version 450 core
layout(quads, fractional_even_spacing, ccw) in;
uniform uvec4 virgl_state[19];
layout(std140) uniform te_Constants0 { uvec4 te_const0[1]; };
in vec4 tc_generic0[];
patch in vec4 tc_patch0;
patch in vec4 tc_patch1;
out vec4 te_generic0;
vec4 out0;
vec4 out1;
uvec4 addr0;
vec4 inputs2[2];

void main()
{
    inputs2[0] = tc_patch0;
    inputs2[1] = tc_patch1;
    addr0.x = te_const0[0].x;
    out0 = tc_generic0[min(addr0.x, 31u)];
    out1 = (inputs2[min(addr0.x, 1u)] * vec4(gl_TessCoord.x, gl_TessCoord.y, gl_TessCoord.z, gl_TessCoord.z));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    te_generic0 = out1;
}
