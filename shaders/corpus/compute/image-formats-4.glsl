#version 450 core
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
layout(rg16i) uniform iimage2D cs_image0;
layout(rg8i) uniform iimage2D cs_image1;
layout(r32i) uniform iimage2D cs_image2;
layout(r16i) uniform iimage2D cs_image3;
layout(r8i) uniform iimage2D cs_image4;
layout(rgba32ui) uniform uimage2D cs_image5;
layout(rgba16ui) uniform uimage2D cs_image6;
layout(rgb10_a2ui) uniform uimage2D cs_image7;
uvec4 temp0;

void main()
{
    temp0 = uvec4(imageLoad(cs_image0, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image0, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image1, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image1, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image2, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image2, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image3, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image3, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = uvec4(imageLoad(cs_image4, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y))));
    imageStore(cs_image4, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), ivec4(temp0.wzyx));
    temp0 = imageLoad(cs_image5, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image5, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image6, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image6, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image7, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image7, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
}
