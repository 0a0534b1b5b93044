#version 450 core
uniform uvec4 virgl_state[19];
out float gl_ClipDistance[3];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;

void main()
{
    out0 = in_0;
    out1 = in_1;
    gl_ClipDistance[0] = dot(out0, uintBitsToFloat(virgl_state[3u + 0u]));
    gl_ClipDistance[1] = 0.0;
    gl_ClipDistance[2] = dot(out0, uintBitsToFloat(virgl_state[3u + 2u]));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
