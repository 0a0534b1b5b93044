#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants1 { vec4 vectors[8]; } vs_const1[2];
layout(std140) uniform vs_Constants0 { vec4 vs_const0[2]; };
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 addr1;
ivec4 addr0;

void main()
{
    addr1.x = uint(int(floor(in_1.x)));
    addr0.x = int(floor(in_1.y));
    out0 = vs_const1[min(addr1.x, 1u)].vectors[2];
    out1 = (vs_const1[1].vectors[addr0.x] + vs_const0[1]);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
