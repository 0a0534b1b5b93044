#version 450 core
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;
vec4 temp2;
vec4 temp3;

void main()
{
    temp0.xy = dFdx(vs_generic0.xy);
    temp1.x = dFdy(vs_generic0.z);
    temp2 = dFdxFine(vs_generic0);
    temp3.w = dFdyFine(-vs_generic0.w);
    temp0.zw = (temp2.zw + temp3.ww);
    out0 = (temp0 + temp1.xxxx);
    fs_color0 = out0;
}
