#version 450 core
layout(vertices = 3) out;
out vec4 tc_generic0[];
patch out vec4 tc_patch0;
patch out vec4 tc_patch1;
patch out vec4 tc_patch2;
uvec4 addr1;
vec4 temp0;
uvec4 temp1;
uvec4 temp2;
uvec4 addr0;

void main()
{
    addr1.x = uint(gl_InvocationID);
    temp0 = gl_in[min(addr1.x, 31u)].gl_Position;
    addr1.x = uint(gl_InvocationID);
    gl_out[gl_InvocationID].gl_Position = temp0;
    temp1.x = (uint(gl_InvocationID) * 3u);
    addr1.x = uint(gl_InvocationID);
    tc_generic0[gl_InvocationID].x = uintBitsToFloat(temp1.x);
    gl_TessLevelOuter[2] = 1.0;
    gl_TessLevelOuter[1] = 1.0;
    gl_TessLevelOuter[0] = 1.0;
    gl_TessLevelInner[0] = 1.0;
    temp2.x = (uint(gl_InvocationID) & 1u);
    addr0.x = temp2.x;
    switch (min(addr0.x, 2u)) {
    case 0u:
        tc_patch0.xy = vec2(5.0, 6.0);
        break;
    case 1u:
        tc_patch1.xy = vec2(5.0, 6.0);
        break;
    case 2u:
        tc_patch2.xy = vec2(5.0, 6.0);
        break;
    }
    tc_patch2.x = uintBitsToFloat(0x00000007u);
}
