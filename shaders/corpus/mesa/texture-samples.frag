#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler2DMS plane;
uniform isampler2DMS iplane;
uniform usampler2DMSArray planes;
layout(location = 0) out vec4 color;
layout(location = 1) out ivec4 icolor;
layout(location = 2) out uvec4 ucolor;
void main()
{
    ivec2 p = ivec2(gl_FragCoord.xy);
    color = texelFetch(plane, p, 2) + vec4(textureSize(plane), textureSamples(plane), 0.0);
    icolor = texelFetch(iplane, p, p.x & 3) + textureSamples(iplane);
    ucolor = texelFetch(planes, ivec3(p, 1), 3) + uvec4(textureSize(planes), textureSamples(planes));
}
