#version 450 core
layout(vertices = 3) out;
in vec4 vs_generic0[];
out vec4 tc_generic0[];
patch out vec4 tc_patch0;
patch out vec4 tc_patch1;
patch out vec4 tc_patch2;
patch out vec4 tc_patch3;
uvec4 addr1;
vec4 temp1;
vec4 temp2;
vec4 temp3;
vec4 temp4;
uvec4 temp5;
vec4 temp6;
vec4 temp7;
vec4 temp8;
uvec4 temp0;
uvec4 temp9;
vec4 temp10;
vec4 temp11;
uvec4 addr0;
float scratch0;

void main()
{
    addr1.x = uint(gl_InvocationID);
    temp1 = gl_in[min(addr1.x, 31u)].gl_Position;
    addr1.x = uint(gl_InvocationID);
    gl_out[gl_InvocationID].gl_Position = temp1;
    temp2.x = float(gl_PatchVerticesIn);
    addr1.x = uint(gl_InvocationID);
    temp3 = vs_generic0[min(addr1.x, 31u)];
    temp4 = (temp3 + temp2.xxxx);
    addr1.x = uint(gl_InvocationID);
    tc_generic0[gl_InvocationID] = temp4;
    barrier();
    barrier();
    temp5.x = uint(-int((uint(gl_InvocationID) == 0u)));
    if ((temp5.x != 0u)) {
        gl_TessLevelOuter[0] = 1.0;
        gl_TessLevelOuter[1] = 2.0;
        gl_TessLevelOuter[2] = 3.0;
        gl_TessLevelOuter[3] = 0.0;
        gl_TessLevelInner[0] = 2.0;
        gl_TessLevelInner[1] = 0.0;
        temp6 = tc_generic0[1];
        temp7.x = float(gl_PrimitiveID);
        temp8 = (temp6 + temp7.xxxx);
        tc_patch0 = temp8;
        temp0.x = 0u;
        for (;;) {
            temp9.x = uint(-int((int(temp0.x) >= 3)));
            if ((temp9.x != 0u)) {
                break;
            }
            temp10.x = float(int(temp0.x));
            temp11.x = (temp10.x * 0.5);
            addr0.x = temp0.x;
            scratch0 = temp11.x;
            switch (min(uint((int(addr0.x) + 1)), 3u)) {
            case 0u:
                tc_patch0.x = scratch0;
                break;
            case 1u:
                tc_patch1.x = scratch0;
                break;
            case 2u:
                tc_patch2.x = scratch0;
                break;
            case 3u:
                tc_patch3.x = scratch0;
                break;
            }
            temp0.x = (temp0.x + 1u);
        }
    }
}
