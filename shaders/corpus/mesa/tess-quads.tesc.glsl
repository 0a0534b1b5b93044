#version 450 core
layout(vertices = 2) out;
in vec4 vs_generic0[];
out vec4 tc_generic0[];
patch out vec4 tc_patch0;
uvec4 temp1;
uvec4 addr1;
vec4 temp2;
vec4 temp3;
uvec4 temp0;

void main()
{
    temp1.x = (uint(gl_InvocationID) << 1u);
    addr1.x = temp1.x;
    temp2 = vs_generic0[min(addr1.x, 31u)];
    temp3 = (temp2 + vs_generic0[3]);
    addr1.x = uint(gl_InvocationID);
    tc_generic0[gl_InvocationID] = temp3;
    gl_TessLevelOuter[0] = 2.0;
    gl_TessLevelOuter[1] = 3.0;
    gl_TessLevelOuter[2] = 1.5;
    gl_TessLevelOuter[3] = 2.0;
    gl_TessLevelInner[0] = 2.0;
    gl_TessLevelInner[1] = 3.0;
    temp0.x = uint(gl_PatchVerticesIn);
    temp0.yzw = uvec3(0xffffffffu, 2u, 3u);
    tc_patch0 = uintBitsToFloat(temp0);
}
