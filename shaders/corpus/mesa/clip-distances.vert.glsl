#version 450 core
uniform uvec4 virgl_state[19];
out float gl_ClipDistance[3];
out float gl_CullDistance[2];
vec4 out0;
vec4 out1;
vec4 out2;
vec4 temps0[2];
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
vec4 temp11;
vec4 temp12;
vec4 temp3;
uvec4 temp2;
uvec4 temp13;
uvec4 temp14;
uvec4 temp15;
uvec4 temp16;
uvec4 addr0;
vec4 temp17;
vec4 temp18;
vec4 temp19;
uvec4 temp20;
vec4 temp4;
uvec4 temp21;
vec4 temp22;
vec4 temp5;
vec4 temp23;
vec4 temp6;
vec4 temp24;
vec4 temp7;
vec4 temp25;
uvec4 temp26;
vec4 temp31;
vec4 temp32;

void main()
{
    temps0[1] = vec4(0.0);
    temp8.xy = (uvec2(ivec2(gl_VertexID)) & uvec2(1u, 2u));
    temp9.xy = (temp8.xy << uvec2(2u, 1u));
    temp10.xy = (temp9.xy + uvec2(0xffffffffu));
    temp11.xy = vec2(ivec2(temp10.xy));
    temp12.xy = (temp11.xx + vec2(uintBitsToFloat(0x3f19999au), 1.5));
    temp3.y = ((temp11.y * -1.0) + uintBitsToFloat(0x3f19999au));
    temp3.z = (temp12.y + temp11.y);
    temp3.x = temp12.x;
    temp3.w = 0.0;
    temps0[0] = temp3;
    temp2.x = 0u;
    for (;;) {
        temp13.x = uint(-int((int(temp2.x) >= 2)));
        if ((temp13.x != 0u)) {
            break;
        }
        temp14.xy = (temp2.xx + uvec2(3u, 1u));
        temp15.x = uint((int(temp14.x) >> 2));
        temp16.x = (0u + temp15.x);
        addr0.x = temp16.x;
        temp17 = temps0[min(addr0.x, 1u)];
        temp18.x = float(int(temp2.x));
        temp19.x = (temp18.x + temp11.x);
        temp20.x = (temp14.x & 3u);
        temp4.x = temp19.x;
        temp4.yzw = temp17.yzw;
        temp21 = uvec4(-ivec4(equal(temp20.xxxx, uvec4(0u, 1u, 2u, 3u))));
        temp22 = mix(temp17, temp4, notEqual(temp21.xxxx, uvec4(0u)));
        temp5.xzw = temp22.xzw;
        temp5.y = temp19.x;
        temp23 = mix(temp22, temp5, notEqual(temp21.yyyy, uvec4(0u)));
        temp6.xyw = temp23.xyw;
        temp6.z = temp19.x;
        temp24 = mix(temp23, temp6, notEqual(temp21.zzzz, uvec4(0u)));
        temp7.xyz = temp24.xyz;
        temp7.w = temp19.x;
        temp25 = mix(temp24, temp7, notEqual(temp21.wwww, uvec4(0u)));
        temp26.x = (0u + temp15.x);
        addr0.x = temp26.x;
        temps0[min(addr0.x, 1u)] = temp25;
        temp2.x = temp14.y;
    }
    temp31 = temps0[0];
    out1 = temp31;
    temp32 = temps0[1];
    out2 = temp32;
    out0.xy = temp11.xy;
    out0.zw = vec2(0.0, 1.0);
    gl_ClipDistance[0] = out1.x;
    gl_ClipDistance[1] = out1.y;
    gl_ClipDistance[2] = out1.z;
    gl_CullDistance[0] = out1.w;
    gl_CullDistance[1] = out2.x;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
}
