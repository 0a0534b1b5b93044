#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
out vec4 vs_normal0;
vec4 out0;
vec4 out1;

void main()
{
    out0 = in_0;
    out1 = in_0.zwxy;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_normal0 = out1;
}
