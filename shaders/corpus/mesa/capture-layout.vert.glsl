#version 450 core
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
out vec4 vs_generic1;
vec4 out0;
vec4 out1;
uvec4 out2;

void main()
{
    out1.x = float(gl_VertexID);
    out0 = vec4(0.0);
    out1.yzw = vec3(7.0, 8.0, 9.0);
    out2.x = uint(gl_VertexID);
    out2.y = 0xdeadbeefu;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
    vs_generic1.xy = uintBitsToFloat(out2.xy);
}
