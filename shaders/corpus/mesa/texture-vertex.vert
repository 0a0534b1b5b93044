#version 450 core
uniform sampler2D plane;
uniform isampler2DArray planes;
uniform samplerBuffer words;
uniform samplerCubeArrayShadow shadows;
flat out uvec4 result;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    result = uvec4(floatBitsToUint(textureLod(plane, vec2(0.3, 0.7), 1.0).x), uint(texelFetch(planes, ivec3(3, 2, gl_VertexID), 0).x),
        floatBitsToUint(texelFetch(words, 5).x), floatBitsToUint(texture(shadows, vec4(1.0, 0.2, 0.3, 1.0), 0.4)));
}
