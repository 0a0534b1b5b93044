#version 450 core
layout(local_size_x = 8, local_size_y = 4, local_size_z = 1) in;
layout(r32ui) coherent uniform uimage2D cs_image0;
layout(r32i) uniform iimage2DArray cs_image2;
layout(rgba32f) readonly uniform image3D cs_image1;
layout(rgba8) writeonly uniform imageBuffer cs_image3;
uint scratch0;
uvec4 temp0;
int scratch1;
ivec4 temp1;
int scratch2;
vec4 temp2;
uvec4 temp3;
ivec3 scratch3;
ivec4 temp4;

void main()
{
    scratch0 = imageAtomicAdd(cs_image0, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)), 1u);
    temp0.x = scratch0;
    scratch1 = imageAtomicMax(cs_image2, ivec3(uvec3(gl_LocalInvocationID.x, gl_LocalInvocationID.y, gl_LocalInvocationID.z)), 2);
    temp1.x = scratch1;
    scratch2 = imageAtomicCompSwap(cs_image2, ivec3(uvec3(gl_LocalInvocationID.x, gl_LocalInvocationID.y, gl_LocalInvocationID.z)), 2, 3);
    temp1.x = scratch2;
    temp2 = imageLoad(cs_image1, ivec3(uvec3(gl_LocalInvocationID.x, gl_LocalInvocationID.y, gl_LocalInvocationID.z)));
    imageStore(cs_image3, int(gl_LocalInvocationID.x), temp2);
    temp3 = imageLoad(cs_image0, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image0, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)), temp3.xxxx);
    scratch3 = imageSize(cs_image2);
    temp4 = ivec4(scratch3.x, scratch3.y, scratch3.z, 0);
    imageStore(cs_image2, ivec3(1, 2, 3), temp4);
}
