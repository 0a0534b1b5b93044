#version 450 core
#extension GL_ARB_shader_group_vote : require
layout(local_size_x = 1) in;
layout(std430) buffer Data { uint data[256]; };
uniform int which;
void main()
{
    data[0] = uint(anyInvocationARB(which < 0));
    data[1] = uint(allInvocationsARB(which > 0));
    data[2] = uint(allInvocationsEqualARB(which == 3));
}
