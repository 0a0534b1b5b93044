#version 450 core
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
layout(origin_upper_left) in vec4 gl_FragCoord;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp3;
uvec4 temp4;
uvec4 temp5;
uvec4 temp6;
uvec4 temp0;
uvec4 temp7;
vec4 temp8;
vec4 temp1;
uvec4 temp2;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
vec4 temp12;
uvec4 temp13;
uvec4 temp14;

void main()
{
    temp3.y = ((gl_FragCoord.y * fs_const0[0].z) + fs_const0[0].w);
    temp3.x = gl_FragCoord.x;
    temp4.xy = uvec2(ivec2(temp3.xy));
    temp5.x = (temp4.x ^ temp4.y);
    temp6.x = (temp5.x & 1u);
    temp0.x = uint(-int((temp6.x == 0u)));
    temp7.x = (temp0.x & 0x3f800000u);
    if ((-uintBitsToFloat(temp7.x) < 0.0)) {
        discard;
    }
    temp8.xy = trunc(temp3.xy);
    temp1.xy = temp8.xy;
    temp1.zw = vec2(0.0, 1.0);
    temp2.x = 0u;
    for (;;) {
        temp9.x = uint(-int((int(temp2.x) >= 4)));
        if ((temp9.x != 0u)) {
            break;
        }
        temp10.x = (temp4.x + temp2.x);
        temp11.x = uint(-int((temp10.x == 5u)));
        if ((temp11.x != 0u)) {
            discard;
            temp0.x = 0xffffffffu;
        }
        temp12.x = (temp1.z + 1.0);
        temp2.x = (temp2.x + 1u);
        temp1.z = temp12.x;
        if ((temp0.x != 0u)) {
            break;
        }
        temp0.x = 0u;
    }
    temp13.x = uint(-int((uintBitsToFloat(0x3f4ccccdu) < vs_generic0.x)));
    temp14.x = (temp13.x & 0x3f800000u);
    if ((-uintBitsToFloat(temp14.x) < 0.0)) {
        discard;
    }
    out0 = temp1;
    fs_color0 = out0;
}
