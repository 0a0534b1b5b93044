#version 450 core
layout(vertices = 3) out;
in vec4 vs_clipvertex0[];
out vec4 tc_clipvertex0[];
uvec4 addr1;

void main()
{
    addr1.x = uint(gl_InvocationID);
    gl_out[gl_InvocationID].gl_Position = gl_in[min(addr1.x, 31u)].gl_Position;
    addr1.x = uint(gl_InvocationID);
    tc_clipvertex0[gl_InvocationID] = vs_clipvertex0[min(addr1.x, 31u)];
}
