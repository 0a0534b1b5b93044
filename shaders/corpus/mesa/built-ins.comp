#version 450 core
//! dispatch 2 3 1
layout(local_size_x = 2, local_size_y = 3, local_size_z = 2) in;
layout(std430) buffer Data { uint data[256]; };
void main()
{
    uint group = gl_WorkGroupID.y * gl_NumWorkGroups.x + gl_WorkGroupID.x;
    uint base = (group * 12u + gl_LocalInvocationIndex) * 3u;
    data[base] = gl_LocalInvocationID.x + gl_LocalInvocationID.y * 10u + gl_LocalInvocationID.z * 100u + gl_WorkGroupID.z * 1000u;
    data[base + 1u] = gl_GlobalInvocationID.x + gl_GlobalInvocationID.y * 100u + gl_GlobalInvocationID.z * 10000u;
    data[base + 2u] = gl_NumWorkGroups.x * gl_NumWorkGroups.y * gl_NumWorkGroups.z * gl_WorkGroupSize.x * gl_WorkGroupSize.y * gl_WorkGroupSize.z;
}
