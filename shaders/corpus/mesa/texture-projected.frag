#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler1D line;
uniform sampler2D plane;
uniform sampler3D volume;
uniform sampler2DRect rectangle;
uniform sampler2DShadow shadow;
uniform sampler1DShadow shadow_line;
layout(location = 0) out vec4 color[2];
void main()
{
    color[0] = textureProj(line, vec2(place.x, 1.5)) + textureProj(plane, vec3(place, 1.5)) + textureProj(plane, vec4(place, 9.0, 2.0));
    color[1] = textureProj(volume, vec4(value.xyz, 1.5)) + textureProj(rectangle, vec3(place * 8.0, 1.5)) + textureProjLod(plane, vec3(place, 1.5), 1.0)
        + textureProjGrad(plane, vec3(place, 1.5), vec2(0.25), vec2(0.25)) + textureProjOffset(plane, vec3(place, 1.5), ivec2(1))
        + textureProj(shadow, vec4(place, 0.4, 1.5)) + textureProj(shadow_line, vec4(place.x, 0.0, 0.4, 1.5));
}
