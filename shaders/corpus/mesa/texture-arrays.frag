#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler2D planes[4];
uniform usampler2D uplanes[2];
uniform sampler2DShadow shadows[2];
uniform int which;
layout(location = 0) out vec4 color[2];
layout(location = 2) out uvec4 ucolor;
void main()
{
    int at = (which + 8) & 3;
    color[0] = texture(planes[at], place) + textureLod(planes[(at + 1) & 3], place, 1.0);
    color[1] = vec4(texture(shadows[at & 1], vec3(place, 0.4)), textureSize(planes[at], 1), float(textureQueryLevels(planes[at])));
    ucolor = texelFetch(uplanes[(at + 1) & 1], ivec2(gl_FragCoord.xy), 0) + textureGather(uplanes[at & 1], place, 2);
}
