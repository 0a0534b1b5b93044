#version 450 core
layout(local_size_x = 8, local_size_y = 1, local_size_z = 1) in;
layout(std140) uniform cs_Constants0 { uvec4 cs_const0[16]; };
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
uvec4 temp12;
uvec4 temp13;
uvec4 temp14;
uvec4 temp15;
uvec4 temp16;
uvec4 temp17;
uvec4 temp18;
uvec4 temp19;
uvec4 temp20;
uvec4 addr0;
uvec4 temp21;
uvec4 temp22;
uvec4 temp23;
uvec4 temp24;
uvec4 temp25;
uvec4 temp26;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
uvec4 temp27;
uvec4 temp3;
uvec4 temp28;
uvec4 temp4;
uint scratch0;
uint scratch1;
uvec4 temp29;
uvec4 temp5;
uvec4 temp6;
uvec4 temp7;
uvec4 temp30;
uvec4 temp8;
uvec4 temp31;
uvec4 temp9;
uvec4 temp32;
uvec4 temp33;
uint scratch2;
uint scratch3;
uvec4 temp34;
uint scratch4;
uint scratch5;
uvec4 temp35;
uvec4 temp36;
uvec4 temp37;
uint scratch6;
uint scratch7;
uvec4 temp38;
uvec4 temp39;
uvec4 temp40;
uvec4 temp10;
uvec4 temp11;
uvec4 temp41;
uint scratch8;
uint scratch9;
uvec4 temp42;
uvec4 temp43;
uint scratch10;
uint scratch11;

void main()
{
    temp12 = (gl_LocalInvocationID.xxxx << uvec4(5u, 4u, 7u, 7u));
    temp13.x = (temp12.y >> 4u);
    temp14.x = (3u + gl_LocalInvocationID.x);
    temp15.x = (temp14.x & 7u);
    temp16.x = (temp15.x << 4u);
    temp17.xyz = (uvec3(128u, 4u, 5u) + temp12.yxx);
    temp18.x = (temp17.x >> 4u);
    temp19.x = (temp16.x + 128u);
    temp20.x = (temp19.x >> 4u);
    addr0.x = temp13.x;
    temp21 = cs_const0[int(addr0.x)];
    temp22.x = uint(-int((uintBitsToFloat(temp21.x) < 0.0)));
    temp23.x = temp12.z;
    addr0.x = temp15.x;
    temp24 = cs_const0[int(addr0.x)];
    addr0.x = temp18.x;
    temp25 = cs_const0[int(addr0.x)];
    addr0.x = temp20.x;
    temp26 = cs_const0[int(addr0.x)];
    temp0.x = temp21.x;
    if ((temp22.x != 0u)) {
        temp1.x = floatBitsToUint((uintBitsToFloat(temp21.x) * -1.0));
    } else {
        temp2.x = 0u;
        for (;;) {
            temp27.x = uint(-int((int(temp2.x) >= int(temp25.x))));
            if ((temp27.x != 0u)) {
                temp3.x = 0u;
                break;
            }
            temp28.x = uint(-int((temp2.x == 3u)));
            if ((temp28.x != 0u)) {
                temp3.x = 0xffffffffu;
                temp4.x = 0x40400000u;
                break;
            }
            temp0.x = floatBitsToUint((uintBitsToFloat(temp0.x) + 1.0));
            temp2.x = (temp2.x + 1u);
        }
        temp1.x = ((temp3.x != 0u) ? temp4.x : temp0.x);
    }
    scratch0 = (temp23.x >> 2u);
    scratch1 = temp1.x;
    cs_buffer0.words[scratch0] = scratch1;
    temp29.x = uint(-int((uintBitsToFloat(temp24.x) < 0.0)));
    temp5.x = temp24.x;
    if ((temp29.x != 0u)) {
        temp6.x = floatBitsToUint((uintBitsToFloat(temp24.x) * -1.0));
    } else {
        temp7.x = 0u;
        for (;;) {
            temp30.x = uint(-int((int(temp7.x) >= int(temp26.x))));
            if ((temp30.x != 0u)) {
                temp8.x = 0u;
                break;
            }
            temp31.x = uint(-int((temp7.x == 3u)));
            if ((temp31.x != 0u)) {
                temp8.x = 0xffffffffu;
                temp9.x = 0x40400000u;
                break;
            }
            temp5.x = floatBitsToUint((uintBitsToFloat(temp5.x) + 1.0));
            temp7.x = (temp7.x + 1u);
        }
        temp6.x = ((temp8.x != 0u) ? temp9.x : temp5.x);
    }
    temp32 = (temp12.wwww + uvec4(4u, 8u, 12u, 16u));
    temp33.x = temp32.x;
    scratch2 = (temp33.x >> 2u);
    scratch3 = temp6.x;
    cs_buffer0.words[scratch2] = scratch3;
    temp34.x = temp32.y;
    scratch4 = (temp34.x >> 2u);
    scratch5 = 36u;
    cs_buffer0.words[scratch4] = scratch5;
    temp35.x = uint(-int((gl_LocalInvocationID.x != 3u)));
    temp36.x = temp32.w;
    temp37.x = temp32.z;
    if ((temp35.x != 0u)) {
        scratch6 = (temp37.x >> 2u);
        scratch7 = 77u;
        cs_buffer0.words[scratch6] = scratch7;
        temp38.x = uint(-int((3 >= int(temp25.x))));
        temp39.x = uint(-int((1.0 < uintBitsToFloat(temp21.x))));
        temp40.x = (temp38.x & temp39.x);
        temp10.x = temp17.y;
        temp11.x = temp17.z;
        temp41.x = ~temp38.x;
        if ((temp40.x != 0u)) {
            scratch8 = (temp36.x >> 2u);
            scratch9 = 78u;
            cs_buffer0.words[scratch8] = scratch9;
        } else {
            temp11.x = temp10.x;
        }
        temp42.x = (temp39.x & temp41.x);
        if ((temp42.x != 0u)) {
        } else {
            temp43.x = (temp11.x << 2u);
            scratch10 = (temp43.x >> 2u);
            scratch11 = 79u;
            cs_buffer0.words[scratch10] = scratch11;
        }
    }
}
