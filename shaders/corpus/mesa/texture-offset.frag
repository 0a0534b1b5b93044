#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler1D line;
uniform sampler2D plane;
uniform sampler3D volume;
uniform sampler2DRect rectangle;
uniform sampler1DArray lines;
uniform sampler2DArray planes;
layout(location = 0) out vec4 color[2];
void main()
{
    color[0] = textureOffset(line, place.x, 2) + textureOffset(plane, place, ivec2(-1, 3)) + textureOffset(volume, value.xyz, ivec3(1, -1, 2));
    color[1] = textureOffset(rectangle, place * 8.0, ivec2(1, -8)) + textureOffset(lines, place, 7) + textureOffset(planes, vec3(place, 1.0), ivec2(2));
}
