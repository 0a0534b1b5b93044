#version 450 core
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
layout(rg16_snorm) uniform image2D cs_image0;
layout(rg8_snorm) uniform image2D cs_image1;
layout(r16_snorm) uniform image2D cs_image2;
layout(r8_snorm) uniform image2D cs_image3;
layout(rgba32i) uniform iimage2D cs_image4;
layout(rgba16i) uniform iimage2D cs_image5;
layout(rgba8i) uniform iimage2D cs_image6;
layout(rg32i) uniform iimage2D cs_image7;
uvec4 temp0;

void main()
{
    temp0 = floatBitsToUint(imageLoad(cs_image0, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image0, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), uintBitsToFloat(temp0.wzyx));
    temp0 = floatBitsToUint(imageLoad(cs_image1, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image1, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), uintBitsToFloat(temp0.wzyx));
    temp0 = floatBitsToUint(imageLoad(cs_image2, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image2, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), uintBitsToFloat(temp0.wzyx));
    temp0 = floatBitsToUint(imageLoad(cs_image3, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image3, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), uintBitsToFloat(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image4, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image4, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image5, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image5, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image6, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image6, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image7, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image7, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
}
