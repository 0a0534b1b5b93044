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
layout(location = 0) out vec4 color[2];
void main()
{
    color[0] = textureGrad(line, place.x, 0.25, 0.0) + textureGrad(plane, place, vec2(0.25, 0.0), vec2(0.0, 0.25))
        + textureGrad(volume, value.xyz, vec3(0.25), vec3(0.1)) + textureGrad(cube, value.xyz - 0.4, vec3(0.2, 0.0, 0.0), vec3(0.0, 0.2, 0.0));
    color[1] = textureGrad(rectangle, place * 8.0, vec2(1.0), vec2(1.0)) + textureGrad(lines, place, 0.25, 0.25)
        + textureGrad(planes, vec3(place, 1.0), vec2(0.25), vec2(0.25)) + textureGrad(cubes, vec4(value.xyz - 0.4, 1.0), vec3(0.2), vec3(0.2))
        + textureGradOffset(plane, place, vec2(0.25), vec2(0.25), ivec2(-1, 1));
}
