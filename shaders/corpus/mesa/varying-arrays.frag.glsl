#version 450 core
layout(std140) uniform fs_Constants0 { uvec4 fs_const0[2]; };
layout(origin_upper_left) in vec4 gl_FragCoord;
in vec4 vs_generic5;
in vec4 vs_generic6;
in vec4 vs_generic7;
flat in vec4 vs_generic8;
in vec4 vs_generic2;
in vec4 vs_generic3;
in vec4 vs_generic4;
in vec4 vs_generic0;
in vec4 vs_generic1;
in vec4 vs_generic20;
layout(location = 2) out vec4 fs_color2;
layout(location = 0) out vec4 fs_color0;
layout(location = 1) out vec4 fs_color1;
vec4 out0;
vec4 out1;
vec4 out2;
vec4 temp7;
vec4 temps0[3];
vec4 temp8;
uvec4 temps3[2];
uvec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 addr0;
vec4 temp14;
uvec4 temp15;
uvec4 temp16;
uvec4 temp17;
vec4 temp5;
vec4 temp9;
uvec4 temp18;
uvec4 temp19;
uvec4 temp20;
vec4 temp10;
uvec4 temp21;
uvec4 temp22;
vec4 temp6;

void main()
{
    temp7.xy = vs_generic5.zw;
    temps0[0].xy = temp7.xy;
    temp8.z = vs_generic6.x;
    temps0[0].z = temp8.z;
    temps0[1].xyz = vs_generic6.yzw;
    temps0[2].xyz = vs_generic7.xyz;
    temps3[0].x = floatBitsToUint(vs_generic8.x);
    temps3[1].x = floatBitsToUint(vs_generic8.y);
    temp11.x = uint(int(gl_FragCoord.x));
    temp12.x = (temp11.x % 3u);
    temp13.x = (0u + temp12.x);
    addr0.x = temp13.x;
    temp14.xyz = temps0[min(addr0.x, 2u)].xyz;
    temp15.xy = uvec2(-ivec2(lessThan(ivec2(temp12.xx), ivec2(1, 2))));
    temp16.x = temp15.y;
    temp17.x = temp15.x;
    if ((temp17.x != 0u)) {
        temp5 = vs_generic2;
    } else {
        if ((temp16.x != 0u)) {
            temp5 = vs_generic3;
        } else {
            temp5 = vs_generic4;
        }
    }
    temp9.xyz = temp14.xyz;
    temp9.w = 0.0;
    out1 = (temp5 + temp9);
    temp18.x = (fs_const0[0].x & 1u);
    temp19.x = (0u + temp18.x);
    addr0.x = temp19.x;
    temp20.x = temps3[min(addr0.x, 1u)].x;
    temp10.z = float(int(temp20.x));
    temp21.x = (temp12.x & 1u);
    temp22.x = uint(-int((int(temp21.x) < 1)));
    temp10.xy = vs_generic5.xy;
    temp10.w = 1.0;
    if ((temp22.x != 0u)) {
        temp6 = vs_generic0;
    } else {
        temp6 = vs_generic1;
    }
    out2 = (temp10 + temp6);
    out0.xy = vs_generic20.xy;
    out0.zw = vs_generic20.zw;
    fs_color2 = out0;
    fs_color0 = out1;
    fs_color1 = out2;
}
