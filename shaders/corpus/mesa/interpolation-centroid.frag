#version 450 core
//! samples 4
//! tolerance 1e-5
centroid in vec4 inside;
noperspective centroid in vec2 straight;
flat in uvec2 words;
layout(location = 0) out vec4 color[2];
void main()
{
    color[0] = inside;
    color[1] = vec4(straight, interpolateAtCentroid(inside.xy)) + vec4(words, words);
}
