#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
out vec4 vs_generic0;
vec4 out0;
uvec4 out1;
uvec4 temp0;
vec4 temp1;

void main()
{
    temp0.x = packHalf2x16(in_0.xy);
    temp1 = unpackHalf2x16(temp0.x).xyxy;
    out0 = temp1;
    out1 = temp0.xxxx;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = uintBitsToFloat(out1);
}
