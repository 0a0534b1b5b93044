#version 450 core
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
writeonly uniform image2D cs_image0;

void main()
{
    imageStore(cs_image0, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)), uintBitsToFloat(uvec4(gl_LocalInvocationID.x, gl_LocalInvocationID.y, gl_LocalInvocationID.z, gl_LocalInvocationID.z)));
}
