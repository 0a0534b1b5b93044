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
    color[0] = texture(line, place.x, 1.0) + texture(plane, place, 1.0) + texture(volume, value.xyz, -1.0) + texture(cube, value.xyz - 0.4, 1.0);
    color[1] = texture(lines, place, 1.0) + texture(planes, vec3(place, 2.0), 1.0) + texture(cubes, vec4(value.xyz - 0.4, 1.0), 1.0)
        + textureOffset(plane, place, ivec2(1, 2), 1.0);
}
