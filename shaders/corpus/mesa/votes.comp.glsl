#version 450 core
#extension GL_ARB_shader_group_vote : require
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
layout(std140) uniform cs_Constants0 { uvec4 cs_const0[1]; };
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
uint scratch0;
uvec4 temp3;
uvec4 temp4;
uvec4 temp5;
uint scratch1;
uvec4 temp6;
uvec4 temp7;
uvec4 temp8;
uint scratch2;

void main()
{
    temp0.x = uint(-int((int(cs_const0[0].x) < 0)));
    temp1.x = uint(-int(anyInvocationARB((temp0.x != 0u))));
    temp2.x = (temp1.x & 1u);
    scratch0 = temp2.x;
    cs_buffer0.words[0u] = scratch0;
    temp3.x = uint(-int((0 < int(cs_const0[0].x))));
    temp4.x = uint(-int(allInvocationsARB((temp3.x != 0u))));
    temp5.x = (temp4.x & 1u);
    scratch1 = temp5.x;
    cs_buffer0.words[1u] = scratch1;
    temp6.x = uint(-int((cs_const0[0].x == 3u)));
    temp7.x = uint(-int(allInvocationsEqualARB((temp6.x != 0u))));
    temp8.x = (temp7.x & 1u);
    scratch2 = temp8.x;
    cs_buffer0.words[2u] = scratch2;
}
