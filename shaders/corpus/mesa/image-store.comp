#version 450 core
layout(local_size_x = 2, local_size_y = 2) in;
//! image bytes rgba8
//! image halves rg16f
//! image wide rgba32ui
layout(rgba32f) uniform image1D line;
layout(rgba32f) uniform image2D plane;
layout(rgba32f) writeonly uniform image3D volume;
layout(rgba32f) uniform imageCube cube;
layout(rgba32f) uniform image2DArray planes;
layout(rgba8) uniform image2D bytes;
layout(rg16f) uniform image2D halves;
layout(rgba32ui) uniform uimage2D wide;
void main()
{
    ivec2 p = ivec2(gl_LocalInvocationID.xy);
    imageStore(line, p.x, vec4(p, 0.5, 1.0));
    imageStore(plane, p + 1, imageLoad(plane, p) * 2.0);
    imageStore(volume, ivec3(p, p.x + p.y), vec4(-1.0, 2.0, -3.0, 4.0));
    imageStore(cube, ivec3(p, 4), vec4(0.25));
    imageStore(planes, ivec3(p * 2, 1), vec4(p.x, p.y, 7.0, 8.0));
    imageStore(bytes, p, vec4(0.0, 1.0, 0.5, 2.0));
    imageStore(halves, p, vec4(1.5, -0.5, 0.0, 0.0));
    imageStore(wide, p, uvec4(0xffffffffu, p, 3u));
}
