#version 450 core
layout(local_size_x = 8, local_size_y = 1, local_size_z = 1) in;
layout(std140) uniform cs_Constants0 { uvec4 cs_const0[8]; };
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uvec4 temp5;
uvec4 addr0;
uvec4 temp6;
uvec4 temp0;
uvec4 temp7;
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 temp1;
uvec4 temp14;
uvec4 temp15;
uint scratch0;
uint scratch1;

void main()
{
    temp2.xy = (gl_LocalInvocationID.xx << uvec2(4u, 7u));
    temp3.x = (temp2.x >> 4u);
    temp4.x = uint(-int((gl_LocalInvocationID.x == 0u)));
    temp5.x = temp2.y;
    addr0.x = temp3.x;
    temp6 = cs_const0[int(addr0.x)];
    if ((temp4.x != 0u)) {
        temp0.x = 10u;
    } else {
        temp7 = uvec4(-ivec4(equal(uvec4(1u, 2u, 3u, 4u), gl_LocalInvocationID.xxxx)));
        temp0.x = ((temp7.x != 0u) ? 11u : 0u);
        temp8.xy = (temp7.xz | temp7.yw);
        temp9.x = temp8.y;
        temp10.x = temp8.x;
        if ((temp10.x != 0u)) {
            temp0.x = (temp0.x + 12u);
        } else {
            if ((temp9.x != 0u)) {
                temp11.x = (temp6.y & 1u);
                temp12.x = uint(-int((0u == temp11.x)));
                temp0.x = ((temp12.x != 0u) ? 40u : 41u);
            } else {
                temp13.x = uint(-int((5u == gl_LocalInvocationID.x)));
                if ((temp13.x != 0u)) {
                    temp1.x = 0u;
                    for (;;) {
                        temp14.x = uint(-int((int(temp1.x) >= 9)));
                        if ((temp14.x != 0u)) {
                            break;
                        }
                        temp15.x = uint(-int((temp1.x == temp6.y)));
                        if ((temp15.x != 0u)) {
                            break;
                        }
                        temp0.x = (temp0.x + temp1.x);
                        temp1.x = (temp1.x + 1u);
                    }
                } else {
                    temp0.x = 99u;
                }
            }
        }
    }
    scratch0 = (temp5.x >> 2u);
    scratch1 = temp0.x;
    cs_buffer0.words[scratch0] = scratch1;
}
