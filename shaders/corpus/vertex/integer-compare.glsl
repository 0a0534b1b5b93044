#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
uvec4 out0;
uvec4 out1;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uvec4 temp5;
uvec4 temp6;
uvec4 temp7;
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 temp14;

void main()
{
    temp0 = uvec4(ivec4(in_0));
    temp1 = uvec4(-ivec4(equal(temp0, temp0.wzyx)));
    temp2 = uvec4(-ivec4(notEqual(temp0, temp0.wzyx)));
    temp3 = uvec4(-ivec4(lessThan(temp0, temp0.wzyx)));
    temp4 = uvec4(-ivec4(greaterThanEqual(temp0, temp0.wzyx)));
    temp5 = uvec4(-ivec4(lessThan(ivec4(temp0), ivec4(temp0.wzyx))));
    temp6 = uvec4(-ivec4(greaterThanEqual(ivec4(temp0), ivec4(temp0.wzyx))));
    temp7.x = uint(-int((in_0.x == in_1.x)));
    temp8.x = uint(-int((in_0.x != in_1.x)));
    temp9.x = uint(-int((in_0.x < in_1.x)));
    temp10.x = uint(-int((in_0.x >= in_1.x)));
    temp11 = (temp1 & temp2);
    temp11 = (temp11 | temp3);
    temp11 = (temp11 & temp4);
    temp11 = (temp11 | temp5);
    temp11 = (temp11 & temp6);
    temp12 = (temp11 & uvec4(0x3f800000u));
    temp13.x = (temp7.x | temp8.x);
    temp13.x = (temp13.x & temp9.x);
    temp14 = mix(temp12, floatBitsToUint(in_1), notEqual(temp13.xxxx, uvec4(0u)));
    out0 = mix(floatBitsToUint(in_2), temp14, notEqual(temp10.xxxx, uvec4(0u)));
    out1 = temp12;
    gl_Position = vec4(uintBitsToFloat(out0.x), (uintBitsToFloat(out0.y) * uintBitsToFloat(virgl_state[0].x)), uintBitsToFloat(out0.z), uintBitsToFloat(out0.w));
    vs_generic0 = uintBitsToFloat(out1);
}
