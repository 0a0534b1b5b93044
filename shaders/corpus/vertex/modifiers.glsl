#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;
vec4 temp2;
uvec4 temp3;

void main()
{
    temp0 = -in_0;
    temp1 = (abs(in_1) + -abs(in_2));
    temp2 = clamp(abs(temp0), vec4(0.0), vec4(1.0));
    temp3 = floatBitsToUint(clamp((-temp1 * temp2), vec4(0.0), vec4(1.0)));
    out0 = mix(temp1, -temp0, notEqual(temp3, uvec4(0u)));
    out1 = -temp2.wwxy;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
