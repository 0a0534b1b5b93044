#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants0 { vec4 vs_const0[16]; };
layout(location = 1) in vec4 in_1;
layout(location = 0) in vec4 in_0;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 addr0;
ivec4 addr1;
vec4 temps1[4];
uvec4 temp0;
vec4 temps5[4];

void main()
{
    addr0.x = uint(int(floor(in_1.x)));
    addr1.y = int(roundEven(in_1.y));
    temps1[0] = vs_const0[int(addr0.x)];
    temps1[1] = vs_const0[(int(addr0.x) + 4)];
    temps1[min(uint((addr1.y + 2)), 3u)] = in_0;
    temp0.x = uint(int(in_1.z));
    addr0.x = temp0.x;
    temps5[min(addr0.x, 3u)].xy = in_2.xy;
    temps5[2] = vec4(uintBitsToFloat(0x00000003u));
    out0 = (temps1[min(addr0.x, 3u)] + temps1[1]);
    out1 = temps5[min(uint((int(addr0.x) + -1)), 3u)];
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
