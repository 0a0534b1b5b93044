#version 450 core
layout(rgba32f) readonly uniform image2DMS picture;
layout(r32ui) readonly uniform uimage2DMSArray pictures;
out uvec4 color;
void main()
{
    color = uvec4(imageSize(picture), imageSamples(picture), imageSize(pictures).z * 10 + imageSamples(pictures));
    if (color.x == 99u) color = uvec4(imageLoad(picture, ivec2(1, 1), 2)) + imageLoad(pictures, ivec3(1, 0, 1), 3);
}
