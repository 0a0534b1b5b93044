#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform isampler1D line;
uniform isampler2D plane;
uniform isampler3D volume;
uniform isamplerCube cube;
uniform usampler2D uplane;
uniform usampler2DRect rectangle;
uniform isampler1DArray lines;
uniform usampler2DArray planes;
uniform usamplerCubeArray cubes;
layout(location = 0) out ivec4 color;
layout(location = 1) out uvec4 ucolor;
void main()
{
    color = texture(line, place.x) + texture(plane, place) * 100 + texture(volume, value.xyz) * 7 + texture(cube, value.xyz - 0.4) + texture(lines, place);
    ucolor = texture(uplane, place) + texture(rectangle, place * 8.0) * 3u + texture(planes, vec3(place, 1.0)) + texture(cubes, vec4(value.xyz, 1.0));
}
