#version 450 core
layout(local_size_x = 8, local_size_y = 1, local_size_z = 1) in;
layout(std140) uniform cs_Constants0 { uvec4 cs_const0[16]; };
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
uvec4 temp7;
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
uvec4 addr0;
uvec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 temp1;
uvec4 temp0;
uvec4 temp14;
uvec4 temp15;
uvec4 temp16;
uvec4 temp17;
uvec4 temp18;
uvec4 temp2;
uvec4 temp19;
uvec4 temp20;
uvec4 temp21;
uvec4 temp22;
uvec4 temp23;
uvec4 temp24;
uint scratch0;
uint scratch1;
uvec4 temp3;
uvec4 temp4;
uvec4 temp25;
uvec4 temp26;
uvec4 temp27;
uvec4 temp28;
uvec4 temp29;
uvec4 temp30;
uvec4 temp31;
uvec4 temp32;
uvec4 temp33;
uvec4 temp34;
uvec4 temp35;
uint scratch2;
uint scratch3;
uvec4 temp36;
uvec4 temp37;
uvec4 temp38;
uint scratch4;
uint scratch5;
uvec4 temp6;
uvec4 temp5;
uint scratch6;
uvec4 temp39;
uvec4 temp40;
uvec4 temp41;
uvec4 temp42;
uint scratch7;
uint scratch8;

void main()
{
    temp7.xyz = (gl_LocalInvocationID.xxx << uvec3(4u, 7u, 7u));
    temp8.x = (temp7.x >> 4u);
    temp9.x = (128u + temp7.x);
    temp10.x = (temp9.x >> 4u);
    addr0.x = temp10.x;
    temp11 = cs_const0[int(addr0.x)];
    temp12.x = temp7.y;
    addr0.x = temp8.x;
    temp13 = cs_const0[int(addr0.x)];
    temp1.x = 0u;
    temp0.x = 0u;
    for (;;) {
        temp14.x = (temp13.x + 12u);
        temp15.x = uint(-int((int(temp1.x) >= int(temp14.x))));
        if ((temp15.x != 0u)) {
            break;
        }
        temp16.x = (temp1.x & 3u);
        temp17.x = uint(-int((temp16.x == 1u)));
        if ((temp17.x != 0u)) {
            temp1.x = (temp1.x + 1u);
        } else {
            temp18.x = uint(-int((20 < int(temp1.x))));
            if ((temp18.x != 0u)) {
                break;
            }
            temp0.x = (temp0.x + temp1.x);
            temp2.x = 0u;
            for (;;) {
                temp19.x = uint(-int((int(temp2.x) >= 5)));
                if ((temp19.x != 0u)) {
                    break;
                }
                temp20.x = uint(-int((temp2.x == temp1.x)));
                if ((temp20.x != 0u)) {
                    break;
                }
                temp21.x = (temp2.x + temp1.x);
                temp22.x = (100u * temp2.x);
                temp23.x = (temp0.x + temp22.x);
                temp2.x = (1u + temp2.x);
                temp24.x = uint(-int((temp21.x == 6u)));
                temp0.x = ((temp24.x != 0u) ? temp0.x : temp23.x);
            }
            temp1.x = (temp1.x + 1u);
        }
    }
    scratch0 = (temp12.x >> 2u);
    scratch1 = temp0.x;
    cs_buffer0.words[scratch0] = scratch1;
    temp3.x = temp11.x;
    temp4.x = 0u;
    for (;;) {
        temp25.x = uint(-int((int(temp4.x) < 200)));
        temp26.x = uint(-int((temp3.x != 1u)));
        temp27.x = (temp26.x & temp25.x);
        temp28.x = ~temp27.x;
        if ((temp28.x != 0u)) {
            break;
        }
        temp29.x = (temp3.x & 1u);
        temp30.x = (temp3.x >> 1u);
        temp31.x = (3u * temp3.x);
        temp32.x = (temp31.x + 1u);
        temp33.x = uint(-int((temp29.x == 0u)));
        temp3.x = ((temp33.x != 0u) ? temp30.x : temp32.x);
        temp4.x = (temp4.x + 1u);
    }
    temp34.xyz = (temp7.zzz + uvec3(4u, 8u, 12u));
    temp35.x = temp34.x;
    scratch2 = (temp35.x >> 2u);
    scratch3 = temp4.x;
    cs_buffer0.words[scratch2] = scratch3;
    temp36.x = temp34.z;
    temp37.x = temp34.y;
    for (;;) {
        temp4.x = (temp4.x + 0xfffffff9u);
        temp38.x = uint(-int((0 >= int(temp4.x))));
        if ((temp38.x != 0u)) {
            break;
        }
    }
    scratch4 = (temp37.x >> 2u);
    scratch5 = temp4.x;
    cs_buffer0.words[scratch4] = scratch5;
    temp6.x = 0u;
    temp5.x = 0u;
    for (;;) {
        scratch6 = (temp6.x >> 2u);
        temp39.x = cs_buffer0.words[scratch6];
        temp40.x = uint(-int((temp39.x == 5u)));
        if ((temp40.x != 0u)) {
            break;
        }
        temp41.x = uint(-int((300 < int(temp5.x))));
        if ((temp41.x != 0u)) {
            temp5.x = 0xffffffffu;
            break;
        }
        temp5.x = (temp5.x + 1u);
        temp42.x = (temp5.x & 255u);
        temp6.x = (temp42.x << 2u);
    }
    scratch7 = (temp36.x >> 2u);
    scratch8 = temp5.x;
    cs_buffer0.words[scratch7] = scratch8;
}
