#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler2D plane;
uniform sampler2DArray planes;
uniform sampler2DShadow shadow;
uniform sampler2DRect rectangle;
uniform ivec2 shift;
layout(location = 0) out vec4 color[4];
void main()
{
    const ivec2 corners[4] = ivec2[4](ivec2(-1, -1), ivec2(1, -2), ivec2(2, 1), ivec2(-3, 3));
    color[0] = textureGatherOffset(plane, place, ivec2(1, 2), 0);
    color[1] = textureGatherOffset(planes, vec3(place, 1.0), shift & 3, 1);
    color[2] = textureGatherOffsets(plane, place, corners, 1) + textureGatherOffsets(shadow, place, 0.4, corners);
    color[3] = textureGatherOffset(shadow, place, 0.4, shift & 1) + textureGatherOffset(rectangle, place * 8.0, ivec2(1), 0);
}
