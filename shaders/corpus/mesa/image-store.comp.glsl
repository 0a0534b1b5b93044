#version 450 core
layout(local_size_x = 2, local_size_y = 2, local_size_z = 1) in;
layout(rgba32f) writeonly uniform image1D cs_image0;
layout(rgba32f) uniform image2D cs_image1;
layout(rgba32f) writeonly uniform image3D cs_image2;
layout(rgba32f) writeonly uniform imageCube cs_image3;
layout(rgba32f) writeonly uniform image2DArray cs_image4;
layout(rgba8) writeonly uniform image2D cs_image5;
layout(rg16f) writeonly uniform image2D cs_image6;
layout(rgba32ui) writeonly uniform uimage2D cs_image7;
vec4 temp12;
uvec4 temp0;
vec4 temp1;
uvec4 temp2;
vec4 temp15;
uvec4 temp3;
vec4 temp16;
uvec4 temp4;
uvec4 temp5;
uvec4 temp7;
vec4 temp6;
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;

void main()
{
    temp12 = vec4(ivec4(uvec4(gl_LocalInvocationID.x, gl_LocalInvocationID.y, gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    temp0.x = gl_LocalInvocationID.x;
    temp1.xy = temp12.xy;
    temp1.zw = vec2(0.5, 1.0);
    imageStore(cs_image0, int(temp0.x), temp1);
    temp2.xy = uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y);
    temp15 = imageLoad(cs_image1, ivec2(temp2.xy));
    temp3.xy = (uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y) + uvec2(1u));
    temp16 = (temp15 * vec4(2.0));
    imageStore(cs_image1, ivec2(temp3.xy), temp16);
    temp4.z = (gl_LocalInvocationID.x + gl_LocalInvocationID.y);
    temp4.xy = uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y);
    imageStore(cs_image2, ivec3(temp4.xyz), vec4(-1.0, 2.0, -3.0, 4.0));
    temp5.xy = uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y);
    temp5.z = 4u;
    imageStore(cs_image3, ivec3(temp5.xyz), vec4(0.25));
    temp7.xy = (uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y) << uvec2(1u));
    temp6.xy = temp12.zw;
    temp6.zw = vec2(7.0, 8.0);
    temp7.z = 1u;
    imageStore(cs_image4, ivec3(temp7.xyz), temp6);
    temp8.xy = uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y);
    imageStore(cs_image5, ivec2(temp8.xy), vec4(0.0, 1.0, 0.5, 2.0));
    temp9.xy = uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y);
    imageStore(cs_image6, ivec2(temp9.xy), vec4(1.5, -0.5, 1.5, 1.5));
    temp10.xy = uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y);
    temp11.xw = uvec2(0xffffffffu, 3u);
    temp11.yz = uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y);
    imageStore(cs_image7, ivec2(temp10.xy), temp11);
}
