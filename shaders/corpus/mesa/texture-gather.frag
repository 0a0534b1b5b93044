#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler2D plane;
uniform sampler2DArray planes;
uniform samplerCube cube;
uniform samplerCubeArray cubes;
uniform sampler2DRect rectangle;
uniform isampler2D iplane;
uniform usampler2D uplane;
uniform sampler2DShadow shadow;
uniform sampler2DArrayShadow shadows;
uniform samplerCubeShadow shadow_cube;
uniform samplerCubeArrayShadow shadow_cubes;
uniform sampler2DRectShadow shadow_rectangle;
layout(location = 0) out vec4 color[4];
layout(location = 4) out ivec4 icolor;
layout(location = 5) out uvec4 ucolor;
void main()
{
    color[0] = textureGather(plane, place) + textureGather(planes, vec3(place, 1.0), 1);
    color[1] = textureGather(cube, value.xyz - 0.4, 2) + textureGather(cubes, vec4(value.xyz - 0.4, 1.0), 3) + textureGather(rectangle, place * 8.0, 1);
    color[2] = textureGather(shadow, place, 0.4) + textureGather(shadows, vec3(place, 1.0), 0.4) * 2.0 + textureGather(shadow_rectangle, place * 8.0, 0.3) * 4.0;
    color[3] = textureGather(shadow_cube, value.xyz - 0.4, 0.4) + textureGather(shadow_cubes, vec4(value.xyz - 0.4, 1.0), 0.4) * 2.0;
    icolor = textureGather(iplane, place, 1);
    ucolor = textureGather(uplane, place, 0);
}
