#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler1D line;
uniform sampler2D plane;
uniform sampler3D volume;
uniform samplerCube cube;
uniform sampler1DArray lines;
uniform sampler2DArray planes;
uniform samplerCubeArray cubes;
layout(location = 0) out vec4 color[2];
void main()
{
    color[0] = textureLod(line, place.x, 1.0) + textureLod(plane, place, 2.0) + textureLod(volume, value.xyz, 1.0) + textureLod(cube, value.xyz - 0.4, 1.0);
    color[1] = textureLod(lines, place, 1.0) + textureLod(planes, vec3(place, 2.0), 1.0) + textureLod(cubes, vec4(value.xyz - 0.4, 1.0), 1.0)
        + textureLodOffset(plane, place, 1.0, ivec2(1, 0)) + textureLodOffset(volume, value.xyz, 1.0, ivec3(0, 1, -1));
}
