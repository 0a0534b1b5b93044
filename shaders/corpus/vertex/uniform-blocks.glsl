#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants1 { vec4 vs_const1[4]; };
layout(std140) uniform vs_Constants3 { vec4 vs_const3[8]; };
layout(std140) uniform vs_Constants0 { vec4 vs_const0[2]; };
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
ivec4 addr0;
vec4 temp0;

void main()
{
    addr0.x = int(floor(in_1.x));
    temp0 = (vs_const1[2] + vs_const3[(addr0.x + 1)]);
    out0 = (temp0 + vs_const0[1]);
    out1 = vs_const0[0];
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
