#version 450 core
//! samples 4
//! tolerance 1e-5
in vec4 smooth_value;
noperspective in vec2 straight;
flat in vec3 fixed_value;
flat in uvec2 words;
sample in vec4 sampled;
in float lone;
layout(location = 0) out vec4 color[4];
uniform int which;
void main()
{
    color[0] = smooth_value + vec4(straight, 0.0, lone);
    color[1] = vec4(fixed_value, float(words.x)) + float(words.y & 0xffu);
    color[2] = sampled;
    color[3] = interpolateAtCentroid(smooth_value) + interpolateAtSample(smooth_value, which & 3) + vec4(interpolateAtOffset(straight, vec2(0.25, -0.25)), interpolateAtOffset(lone, vec2(0.0)), 0.0);
}
