#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uvec4 temp5;
ivec4 temp6;
uvec4 temp7;
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 temp14;
uvec4 temp15;
uvec4 temp16;
uvec4 temp17;

void main()
{
    temp0 = uvec4(in_0);
    temp1 = ~temp0;
    temp2 = (temp0 & temp1.wzyx);
    temp3 = (temp0 | uvec4(3u, 8u, 33u, 0u));
    temp4 = (temp3 ^ temp2);
    temp5 = (temp0 << uvec4(1u));
    temp6.x = (int(temp0.x) >> (int(temp1.x) & 31));
    temp7 = (temp0 >> (temp1 & uvec4(31u)));
    temp8.x = uint(bitfieldExtract(int(temp0.x), 3, 8));
    temp9.xy = uvec2(bitfieldExtract(temp0.x, 3, 8), bitfieldExtract(temp0.y, 3, 8));
    temp10.z = bitfieldInsert(temp0.z, temp1.z, 3, 8);
    temp11 = bitfieldReverse(temp5);
    temp12 = uvec4(bitCount(temp7));
    temp13.x = uint(findLSB(temp0.y));
    temp14.x = uint(findMSB(int(temp0.y)));
    temp15.x = uint(findMSB(temp0.y));
    temp16.x = (temp13.x + temp14.x);
    temp16.y = (temp15.x + temp8.x);
    temp16.zw = (temp9.xy + temp10.zz);
    temp17 = (temp11 + temp12);
    out0 = vec4(temp16);
    temp17 = (temp17 ^ temp4);
    out1 = vec4(temp17);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
