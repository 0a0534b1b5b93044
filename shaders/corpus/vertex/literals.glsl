#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
vec4 out0;
uvec4 out1;
vec4 temp0;
uvec4 temp1;

void main()
{
    temp0 = (in_0 * vec4(uintBitsToFloat(0x7fc00001u), uintBitsToFloat(0x7f800000u), uintBitsToFloat(0x00000001u), -0.0));
    temp0 = ((in_1 * vec4(1.0, -2.5, uintBitsToFloat(0x3a83126fu), uintBitsToFloat(0x3dcccccdu))) + temp0);
    out0 = temp0;
    temp1 = uvec4(max(ivec4(int(0x80000000u), -1, 2147483647, 65536), ivec4(1073217536, 0, -1078355559, -1717986918)));
    out1 = temp1;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = uintBitsToFloat(out1);
}
