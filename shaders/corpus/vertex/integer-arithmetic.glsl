#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
ivec4 temp0;
uvec4 temp1;
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uvec4 temp5;
uvec4 temp6;
uvec4 temp7;
ivec4 temp8;
ivec4 temp9;
uvec4 temp10;
uvec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 temp14;
ivec4 temp15;
uvec4 temp16;
uvec4 temp17;
uvec4 temp18;
vec4 temp19;
uvec4 temp20;

int multiply_high(int a, int b) { int high, low; imulExtended(a, b, high, low); return high; }
uint multiply_high(uint a, uint b) { uint high, low; umulExtended(a, b, high, low); return high; }

void main()
{
    temp0 = ivec4(in_0);
    temp1 = uvec4(in_1);
    temp2 = (temp1 + uvec4(1u, 2u, 0x00010000u, 0xffffffffu));
    temp3 = (temp1 * uvec4(1u, 2u, 0x00010000u, 0xffffffffu));
    temp4 = (temp1 / uvec4(1u, 2u, 0x00010000u, 0xffffffffu));
    temp5 = (temp1 % uvec4(1u, 2u, 0x00010000u, 0xffffffffu));
    temp6 = min(temp1, uvec4(1u, 2u, 0x00010000u, 0xffffffffu));
    temp7 = max(temp1, uvec4(1u, 2u, 0x00010000u, 0xffffffffu));
    temp8.xy = (temp0.xy / ivec2(1, -2));
    temp9.xy = (temp0.xy % ivec2(1, -2));
    temp10.xy = uvec2(min(temp0.xy, ivec2(1, -2)));
    temp11.xy = uvec2(max(temp0.xy, ivec2(1, -2)));
    temp12.xy = uvec2(ivec2(multiply_high(temp0.x, 1), multiply_high(temp0.y, -2)));
    temp13.z = multiply_high(temp1.z, temp2.z);
    temp14 = ((temp3 * temp4) + temp5);
    temp15 = -temp0;
    temp16.x = uint(abs(-temp8.x));
    temp17.y = uint(sign(temp9.y));
    temp18 = floatBitsToUint(vec4(temp15));
    temp19 = vec4(temp14);
    temp18.x = temp16.x;
    temp18.y = temp17.y;
    temp18.xy = floatBitsToUint(vec2(ivec2(temp18.xy)));
    temp20.xy = min(temp10.xy, temp11.xy);
    temp20.z = max(temp13.z, temp12.y);
    out1.xyz = vec3(temp20.xyz);
    out0 = (uintBitsToFloat(temp18) + temp19);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
