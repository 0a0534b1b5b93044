#version 450 core
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
in vec4 vs_generic0;
in vec4 vs_generic1;
layout(location = 0) out vec4 fs_color0;
layout(location = 1) out vec4 fs_color1;
layout(location = 2) out vec4 fs_color2;
vec4 out0;
vec4 out1;
vec4 out2;
vec4 temp0;
vec4 temp1;
vec4 temp2;
vec4 temp3;
vec4 temp4;
vec4 temp5;
vec4 temp6;
vec4 temp7;
vec4 temp8;
vec4 temp9;

void main()
{
    temp0.x = ((vs_generic0.x * vs_generic0.x) + vs_generic0.y);
    temp1.x = dFdx(temp0.x);
    temp2.x = (temp0.x * fs_const0[0].x);
    temp3.x = dFdy(temp2.x);
    temp4.x = max(temp1.x, -temp1.x);
    temp5.x = max(temp3.x, -temp3.x);
    out0.z = (temp4.x + temp5.x);
    out0.w = dFdx(vs_generic1.y);
    out1.x = dFdxFine(temp0.x);
    out1.y = dFdyFine(temp2.x);
    out1.z = dFdx(vs_generic1.x);
    temp6.x = (vs_generic1.y * fs_const0[0].x);
    out1.w = dFdy(temp6.x);
    temp7 = dFdx(vs_generic0);
    temp8 = (vs_generic0 * fs_const0[0].xxxx);
    temp9 = dFdyFine(temp8);
    out2 = ((vec4(2.0) * temp9) + temp7);
    out0.x = temp1.x;
    out0.y = temp3.x;
    fs_color0 = out0;
    fs_color1 = out1;
    fs_color2 = out2;
}
