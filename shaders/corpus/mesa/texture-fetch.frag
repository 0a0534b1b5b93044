#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
uniform sampler1D line;
uniform isampler2D plane;
uniform sampler3D volume;
uniform usampler2DRect rectangle;
uniform sampler1DArray lines;
uniform sampler2DArray planes;
uniform samplerBuffer words;
uniform isamplerBuffer iwords;
uniform usamplerBuffer uwords;
layout(location = 0) out vec4 color;
layout(location = 1) out ivec4 icolor;
layout(location = 2) out uvec4 ucolor;
void main()
{
    ivec2 p = ivec2(gl_FragCoord.xy);
    color = texelFetch(line, p.x, 1) + texelFetch(volume, ivec3(p, 1), 0) + texelFetch(lines, p, 0) + texelFetch(planes, ivec3(p, 3), 1)
        + texelFetch(words, p.x + p.y) + texelFetchOffset(planes, ivec3(p, 2), 0, ivec2(1, 2)) + texelFetchOffset(line, p.x, 0, 3);
    icolor = texelFetch(plane, p, 0) + texelFetchOffset(plane, p, 1, ivec2(0, -1)) * 10 + texelFetch(iwords, p.y);
    ucolor = texelFetch(rectangle, p + 2) + texelFetch(uwords, number.y) + texelFetchOffset(rectangle, p, ivec2(3, 1));
}
