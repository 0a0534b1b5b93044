#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler1DShadow line;
uniform sampler2DShadow plane;
uniform samplerCubeShadow cube;
uniform sampler2DRectShadow rectangle;
uniform sampler1DArrayShadow lines;
uniform sampler2DArrayShadow planes;
uniform samplerCubeArrayShadow cubes;
layout(location = 0) out vec4 color[2];
void main()
{
    color[0] = vec4(texture(line, vec3(place.x, 0.0, 0.5)), texture(plane, vec3(place, 0.3)), texture(cube, vec4(value.xyz - 0.4, 0.6)),
        texture(rectangle, vec3(place * 8.0, 0.4)));
    color[1] = vec4(texture(lines, vec3(place, 0.5)), texture(planes, vec4(place, 1.0, 0.3)), texture(cubes, vec4(value.xyz - 0.4, 1.0), 0.6),
        textureProj(plane, vec4(place, 0.4, 1.5)));
}
