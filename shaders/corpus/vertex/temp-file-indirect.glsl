#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temps0[4];
uvec4 addr0;

void main()
{
    temps0[0] = in_0;
    temps0[1] = in_1;
    temps0[2] = in_2;
    addr0.x = uint(int(floor(in_0.x)));
    temps0[3] = temps0[min(addr0.x, 3u)];
    out0 = temps0[3];
    out1 = temps0[min(uint((int(addr0.x) + 1)), 3u)];
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
