#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler1D line;
uniform sampler2D plane;
uniform sampler3D volume;
uniform samplerCube cube;
uniform sampler2DRect rectangle;
uniform sampler1DArray lines;
uniform sampler2DArray planes;
uniform samplerCubeArray cubes;
layout(location = 0) out vec4 color[4];
void main()
{
    color[0] = texture(line, place.x) + texture(plane, place) * 100.0;
    color[1] = texture(volume, value.xyz) + texture(cube, value.xyz - 0.4) * 1000.0;
    color[2] = texture(rectangle, place * 8.0) + texture(lines, vec2(place.x, place.y * 4.0)) * 100.0;
    color[3] = texture(planes, vec3(place, 2.0)) + texture(cubes, vec4(value.yzx - 0.4, 1.0)) * 1000.0;
}
