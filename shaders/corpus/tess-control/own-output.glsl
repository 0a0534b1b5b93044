#version 450 core
layout(vertices = 3) out;
out vec4 tc_backcolor0[];
out vec4 tc_color0[];
uvec4 addr1;
vec4 temp1;

void main()
{
    addr1.x = uint(gl_InvocationID);
    gl_out[gl_InvocationID].gl_Position = gl_in[min(addr1.x, 31u)].gl_Position;
    temp1 = vec4(0.0, 0.5, 0.0, 0.0);
    tc_backcolor0[gl_InvocationID] = temp1;
    tc_color0[gl_InvocationID] = (tc_backcolor0[gl_InvocationID] + vec4(0.25));
    gl_TessLevelOuter[0] = 1.0;
    gl_TessLevelOuter[1] = 1.0;
    gl_TessLevelOuter[2] = 1.0;
    gl_TessLevelInner[0] = 1.0;
}
