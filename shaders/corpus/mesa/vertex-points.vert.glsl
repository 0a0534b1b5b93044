#version 450 core
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 out2;
vec4 temp0;
uvec4 temp1;

void main()
{
    temp0.x = float(gl_VertexID);
    out0.x = ((temp0.x * 0.5) + -0.5);
    temp1.x = (uint(gl_VertexID) + 1u);
    out1.x = float(int(temp1.x));
    out0.yzw = vec3(0.0, 0.0, 1.0);
    out2 = temp1.xxxx;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gl_PointSize = out1.x;
    vs_generic0 = uintBitsToFloat(out2);
}
