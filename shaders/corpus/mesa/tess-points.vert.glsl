#version 450 core
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp1;
vec4 temp0;
ivec4 temp2;

void main()
{
    temp1.x = (uint(gl_VertexID) & 1u);
    temp0.x = float(int(temp1.x));
    temp2.x = (gl_VertexID >> 1);
    temp0.y = float(temp2.x);
    temp0.z = float(gl_VertexID);
    temp0.w = 1.0;
    out0 = temp0;
    out1 = temp0;
    gl_Position = out0;
    vs_generic0 = out1;
}
