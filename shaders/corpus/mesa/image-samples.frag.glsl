#version 450 core
layout(rgba32f) readonly uniform image2DMS fs_image0;
layout(r32ui) readonly uniform uimage2DMSArray fs_image1;
layout(location = 0) out uvec4 fs_color0;
uvec4 out0;
ivec2 scratch0;
uvec4 temp2;
ivec2 scratch1;
uvec4 temp4;
uvec4 temp3;
ivec3 scratch2;
uvec4 temp5;
ivec3 scratch3;
uvec4 temp7;
uvec4 temp6;
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
ivec4 temp0;
ivec4 temp12;
vec4 temp11;
uvec4 temp13;
ivec4 temp1;
ivec4 temp15;
uvec4 temp14;
uvec4 temp16;

void main()
{
    scratch0 = imageSize(fs_image0);
    temp2.xy = uvec2(ivec2(scratch0.x, scratch0.y));
    scratch1 = imageSize(fs_image0);
    temp4.w = uint(imageSamples(fs_image0));
    temp3.x = temp4.w;
    scratch2 = imageSize(fs_image1);
    temp5.xyz = uvec3(ivec3(scratch2.x, scratch2.y, scratch2.z));
    scratch3 = imageSize(fs_image1);
    temp7.w = uint(imageSamples(fs_image1));
    temp6.x = temp7.w;
    temp8.x = (temp5.z * 10u);
    temp9.x = (temp8.x + temp6.x);
    temp10.x = uint(-int((temp2.x == 99u)));
    out0.xy = temp2.xy;
    out0.z = temp3.x;
    out0.w = temp9.x;
    if ((temp10.x != 0u)) {
        temp0.xy = ivec2(1);
        temp12 = temp0;
        temp12.w = 2;
        temp11 = imageLoad(fs_image0, temp12.xy, temp12.w);
        temp13 = uvec4(temp11);
        temp1.xyz = ivec3(1, 0, 1);
        temp15 = temp1;
        temp15.w = 3;
        temp14 = imageLoad(fs_image1, temp15.xyz, temp15.w);
        temp16 = (temp13 + temp14);
        out0 = temp16;
    }
    fs_color0 = out0;
}
