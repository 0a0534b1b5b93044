#version 450 core
layout(local_size_x = 1, local_size_y = 1, local_size_z = 1) in;
layout(rgba32f) uniform image2D cs_image0;
layout(rgba16f) uniform image2D cs_image1;
layout(rg32f) uniform image2D cs_image2;
layout(rg16f) uniform image2D cs_image3;
layout(r11f_g11f_b10f) uniform image2D cs_image4;
layout(r32f) uniform image2D cs_image5;
layout(r16f) uniform image2D cs_image6;
layout(rgba16) uniform image2D cs_image7;
vec4 temp0;

void main()
{
    temp0 = imageLoad(cs_image0, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image0, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image1, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image1, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image2, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image2, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image3, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image3, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image4, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image4, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image5, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image5, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image6, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image6, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
    temp0 = imageLoad(cs_image7, ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    imageStore(cs_image7, ivec2(uvec2(gl_LocalInvocationID.y, gl_LocalInvocationID.x)), temp0.wzyx);
}
