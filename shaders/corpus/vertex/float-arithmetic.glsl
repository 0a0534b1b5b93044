#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
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
vec4 temp10;
vec4 temp11;
vec4 temp12;
vec4 temp13;
vec4 temp14;
vec4 temp15;
vec4 temp16;

void main()
{
    temp0 = (in_0 + in_1.wzyx);
    temp1 = (in_0 - in_1.wzyx);
    temp2 = (in_0 * in_1.wzyx);
    temp3 = (in_0 / in_1.wzyx);
    temp4 = min(in_0, in_1.wzyx);
    temp5 = max(in_0, in_1.wzyx);
    temp6.xyz = abs(temp0.xyz);
    temp7.xyz = floor(temp1.xyz);
    temp8.xyz = ceil(temp2.xyz);
    temp9.xyz = trunc(temp3.xyz);
    temp10.xyz = fract(temp4.xyz);
    temp11.xyz = roundEven(temp5.xyz);
    temp12.xyz = sign(temp6.xyz);
    temp13.yw = fma(temp6.yw, temp7.yw, temp8.yw);
    temp14 = mix(temp12.xyzx, temp13.yyww, in_2.xxxx);
    temp15 = mix(temp10.zyxx, temp9.xyzx, lessThan(temp14, vec4(0.0)));
    temp16 = ((temp15 * temp11.xyzx) + temp0);
    out0 = temp16;
    out1 = (temp1 - -temp5);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
