#version 450 core
layout(triangles, equal_spacing, ccw) in;
in vec4 tc_generic0[];
patch in vec4 tc_patch0;
patch in vec4 tc_patch1;
patch in vec4 tc_patch2;
out vec4 te_generic0;
vec4 out0;
uvec4 out1;
vec4 temp1;
vec4 temp2;
vec4 temp3;
uvec4 temp4;
uvec4 temp0;

void main()
{
    temp1 = (gl_in[1].gl_Position * gl_TessCoord.yyyy);
    temp2 = ((gl_in[0].gl_Position * gl_TessCoord.xxxx) + temp1);
    temp3 = ((gl_in[2].gl_Position * gl_TessCoord.zzzz) + temp2);
    temp4.x = (floatBitsToUint(tc_generic0[0].x) + floatBitsToUint(tc_generic0[1].x));
    temp0.x = (temp4.x + floatBitsToUint(tc_generic0[2].x));
    temp0.z = uint(int(tc_patch0.x));
    temp0.w = uint(int(tc_patch1.y));
    out0 = temp3;
    temp0.y = floatBitsToUint(tc_patch2.x);
    out1 = temp0;
    gl_Position = out0;
    te_generic0 = uintBitsToFloat(out1);
}
