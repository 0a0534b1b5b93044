#version 450 core
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 out2;

void main()
{
    out1.x = 6.0;
    out0 = vec4(0.0, 0.0, 0.0, 1.0);
    out2 = vec4(0.5);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gl_PointSize = out1.x;
    vs_generic0 = out2;
}
