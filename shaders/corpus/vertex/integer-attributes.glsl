#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 1) in ivec4 in_1;
layout(location = 2) in uvec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;

void main()
{
    temp0 = (uvec4(in_1) + in_2);
    out0 = vec4(in_1);
    out1 = vec4(temp0);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
