#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler1DShadow line;
uniform sampler2DShadow plane;
uniform sampler1DArrayShadow lines;
uniform sampler2DArrayShadow planes;
uniform sampler2DRectShadow rectangle;
uniform samplerCubeShadow cube;
layout(location = 0) out vec4 color[3];
void main()
{
    color[0] = vec4(textureLod(line, vec3(place.x, 0.0, 0.5), 1.0), textureLod(plane, vec3(place, 0.3), 2.0), textureLod(lines, vec3(place, 0.5), 1.0),
        textureGrad(plane, vec3(place, 0.3), vec2(0.25, 0.0), vec2(0.0, 0.25)));
    color[1] = vec4(texture(line, vec3(place.x, 0.0, 0.5), 1.0), texture(plane, vec3(place, 0.3), 1.0), textureGrad(planes, vec4(place, 1.0, 0.3), vec2(0.25), vec2(0.25)),
        textureOffset(plane, vec3(place, 0.3), ivec2(1, -1)));
    color[2] = vec4(textureLodOffset(plane, vec3(place, 0.3), 0.0, ivec2(1, 0)), textureOffset(rectangle, vec3(place * 8.0, 0.4), ivec2(-1, 2)),
        textureGrad(cube, vec4(value.xyz - 0.4, 0.6), vec3(0.1), vec3(0.1)), textureOffset(lines, vec3(place, 0.5), 1));
}
