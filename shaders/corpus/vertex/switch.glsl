#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 1) in vec4 in_1;
layout(location = 0) in vec4 in_0;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
ivec4 temp0;
uint scratch0;
vec4 temp1;

void main()
{
    temp0.x = int(in_1.x);
    scratch0 = uint(temp0.x);
    switch (scratch0) {
    case 0u:
        temp1 = in_0;
        break;
    case 1u:
    case 0xffffffffu:
        temp1 = in_1;
    default:
        temp1 = in_2;
        break;
    }
    out0 = temp1;
    out1 = temp1;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
