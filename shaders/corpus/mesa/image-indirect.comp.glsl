#version 450 core
layout(local_size_x = 4, local_size_y = 1, local_size_z = 1) in;
layout(std140) uniform cs_Constants0 { uvec4 cs_const0[1]; };
layout(r32ui) uniform uimage2D cs_image0[3];
uvec4 temp2;
uvec4 temp3;
uvec4 temp4;
uvec4 temp0;
uvec4 addr2;
uvec4 temp6;
uvec4 temp7;
uvec4 temp1;
uint scratch0;
uvec4 temp9;

void main()
{
    temp2.x = (cs_const0[0].x + 8u);
    temp3.x = (temp2.x % 3u);
    temp4.x = (100u + gl_LocalInvocationID.x);
    temp0.x = gl_LocalInvocationID.x;
    temp0.y = 0u;
    addr2.x = temp3.x;
    imageStore(cs_image0[min(addr2.x, 2u)], ivec2(temp0.xy), temp4.xxxx);
    temp6.x = (temp3.x + 1u);
    temp7.x = (temp6.x % 3u);
    temp1.x = gl_LocalInvocationID.x;
    temp1.y = 1u;
    addr2.x = temp7.x;
    scratch0 = imageAtomicAdd(cs_image0[min(addr2.x, 2u)], ivec2(temp1.xy), 7u);
    temp9.x = scratch0;
}
