#version 450 core
layout(local_size_x = 2) in;
layout(rgba32f) readonly uniform image1D line;
layout(rgba32f) readonly uniform image2D plane;
layout(rgba32f) readonly uniform image3D volume;
layout(rgba32f) readonly uniform imageCube cube;
layout(rgba32f) readonly uniform image1DArray lines;
layout(rgba32f) readonly uniform image2DArray planes;
layout(rgba32f) readonly uniform imageCubeArray cubes;
layout(rgba32f) readonly uniform image2DRect rectangle;
layout(r32i) readonly uniform iimage2D signed_plane;
layout(r32ui) readonly uniform uimage2D unsigned_plane;
layout(r32i) readonly uniform iimageBuffer words;
layout(std430) buffer Data { uint data[256]; };
uint next = gl_LocalInvocationIndex * 64u;
void put(vec4 x) { data[next++] = floatBitsToUint(x.x); data[next++] = floatBitsToUint(x.w); }
void main()
{
    int i = int(gl_LocalInvocationIndex);
    put(imageLoad(line, i + 1));
    put(imageLoad(plane, ivec2(i, 2)));
    put(imageLoad(volume, ivec3(1, i, 3)));
    put(imageLoad(cube, ivec3(1, 2, i + 3)));
    put(imageLoad(lines, ivec2(3, i)));
    put(imageLoad(planes, ivec3(i, 0, 1)));
    put(imageLoad(cubes, ivec3(2, i, 9)));
    put(imageLoad(rectangle, ivec2(i, 1)));
    data[next++] = uint(imageLoad(signed_plane, ivec2(i, 3)).x);
    data[next++] = imageLoad(unsigned_plane, ivec2(3, i)).x;
    data[next++] = uint(imageLoad(words, 17 + i).x);
    put(imageLoad(plane, ivec2(i + 4, 1)));
    data[next++] = uint(imageSize(line));
    data[next++] = uint(imageSize(plane).y);
    data[next++] = uint(imageSize(volume).z);
    data[next++] = uint(imageSize(cube).x);
    data[next++] = uint(imageSize(lines).y);
    data[next++] = uint(imageSize(planes).z);
    data[next++] = uint(imageSize(cubes).z);
    data[next++] = uint(imageSize(rectangle).x);
    data[next++] = uint(imageSize(words));
}
