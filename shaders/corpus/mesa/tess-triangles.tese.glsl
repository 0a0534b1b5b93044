#version 450 core
layout(triangles, equal_spacing, ccw) in;
uniform uvec4 virgl_state[19];
layout(std140) uniform te_Constants0 { uvec4 te_const0[1]; };
in vec4 tc_generic0[];
patch in vec4 tc_patch0;
patch in vec4 tc_patch1;
patch in vec4 tc_patch2;
patch in vec4 tc_patch3;
out vec4 te_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;
vec4 temp2;
uvec4 temp3;
uvec4 temp4;
uvec4 addr1;
vec4 temp5;
vec4 temp6;
vec4 temp7;
uvec4 addr0;
vec4 inputs2[4];
vec4 temp8;
vec4 temp9;
vec4 temp10;
vec4 temp11;

void main()
{
    inputs2[0] = tc_patch0;
    inputs2[1] = tc_patch1;
    inputs2[2] = tc_patch2;
    inputs2[3] = tc_patch3;
    temp0 = (gl_in[1].gl_Position * gl_TessCoord.yyyy);
    temp1 = ((gl_in[0].gl_Position * gl_TessCoord.xxxx) + temp0);
    temp2 = ((gl_in[2].gl_Position * gl_TessCoord.zzzz) + temp1);
    temp3.x = (te_const0[0].x + 8u);
    temp4.x = (temp3.x % 3u);
    addr1.x = uint(gl_PrimitiveID);
    temp5 = tc_generic0[min(addr1.x, 31u)];
    temp6 = (temp5 + vec4(3.0));
    temp7 = (temp6 + tc_patch0);
    addr0.x = temp4.x;
    temp8.x = inputs2[min(uint((int(addr0.x) + 1)), 3u)].x;
    temp9 = (temp7 + temp8.xxxx);
    temp10 = (temp9 + vec4(gl_TessLevelOuter[2]));
    temp11 = (temp10 + vec4(gl_TessLevelInner[0]));
    out0 = temp2;
    out1 = temp11;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    te_generic0 = out1;
}
