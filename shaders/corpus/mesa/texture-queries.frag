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
uniform isampler2DArray planes;
uniform usamplerCubeArray cubes;
uniform samplerBuffer words;
uniform sampler2DShadow shadow;
uniform sampler2DArrayShadow shadows;
uniform samplerCubeArrayShadow shadow_cubes;
layout(location = 0) out ivec4 color[4];
layout(location = 4) out vec4 lods[2];
void main()
{
    color[0] = ivec4(textureSize(line, 1), textureSize(plane, 2), textureSize(volume, 1).z);
    color[1] = ivec4(textureSize(cube, 0).y, textureSize(rectangle).x, textureSize(lines, 0).y, textureSize(planes, 1).z);
    color[2] = ivec4(textureSize(cubes, 1).z, textureSize(words), textureSize(shadow, number.y - 6).x, textureSize(shadows, 0).z);
    color[3] = ivec4(textureQueryLevels(plane), textureQueryLevels(cubes), textureQueryLevels(volume), textureSize(shadow_cubes, 0).z);
    lods[0] = vec4(textureQueryLod(plane, place * 4.0), textureQueryLod(line, place.x));
    lods[1] = vec4(textureQueryLod(cube, value.xyz - 0.4), textureQueryLod(planes, place)) + textureQueryLod(shadow, place).x + textureQueryLod(volume, value.xyz).y;
}
