#version 450 core
layout(vertices = 3) out;
in vec4 vs_generic0[];
out vec4 tc_generic0[];
patch out vec4 tc_patch0;
uvec4 addr1;
vec4 temp0;
vec4 temp1;

void main()
{
    addr1.x = uint(gl_InvocationID);
    gl_out[gl_InvocationID].gl_Position = gl_in[min(addr1.x, 31u)].gl_Position;
    tc_generic0[gl_InvocationID].xyz = (vs_generic0[min(addr1.x, 31u)].xyz * vec3(2.0));
    barrier();
    if ((uint(gl_InvocationID) != 0u)) {
    } else {
        gl_TessLevelOuter[0] = 2.0;
        gl_TessLevelOuter[1] = 3.0;
        gl_TessLevelOuter[2] = 4.0;
        gl_TessLevelOuter[3] = 5.0;
        gl_TessLevelInner[0] = 3.0;
        gl_TessLevelInner[1] = 2.0;
        temp0 = (tc_generic0[0] + tc_generic0[2]);
        temp1.x = float(uint(gl_PrimitiveID));
        temp1.y = float(uint(gl_PatchVerticesIn));
        temp0.xy = temp1.xy;
        tc_patch0 = temp0;
    }
}
