#version 450 core
uniform uvec4 virgl_state[19];
out float gl_ClipDistance[3];
out float gl_CullDistance[3];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 out2;
vec4 out3;

void main()
{
    out0 = in_0;
    out1 = in_1;
    out2 = in_2;
    out3.xy = in_1.xy;
    gl_ClipDistance[0] = out2.x;
    gl_ClipDistance[1] = out2.y;
    gl_ClipDistance[2] = out2.z;
    gl_CullDistance[0] = out2.w;
    gl_CullDistance[1] = out3.x;
    gl_CullDistance[2] = out3.y;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
