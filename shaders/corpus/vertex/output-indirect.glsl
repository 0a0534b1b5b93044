#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 1) in vec4 in_1;
layout(location = 0) in vec4 in_0;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic4;
out vec4 vs_generic5;
out vec4 vs_generic6;
vec4 out0;
vec4 outs1[3];
uvec4 addr0;

void main()
{
    addr0.x = uint(int(floor(in_1.x)));
    out0 = in_0;
    outs1[min(addr0.x, 2u)] = in_1;
    outs1[1] = in_2;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic4 = outs1[0];
    vs_generic5 = outs1[1];
    vs_generic6 = outs1[2];
}
