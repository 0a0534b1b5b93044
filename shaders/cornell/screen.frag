#version 330 core
// The mean of the summed paths, toned down to what a screen shows, in sRGB.
uniform sampler2D sum;
uniform vec4 frame;         // width, height, exposure
in vec2 at;
out vec4 color;

void main()
{
    vec4 texel = texelFetch(sum, ivec2(at), 0);
    vec3 x = texel.rgb * (frame.z / max(texel.a, 1.0));
    x = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14);
    x = clamp(x, 0.0, 1.0);
    color = vec4(mix(1.055 * pow(max(x, vec3(1e-6)), vec3(1.0 / 2.4)) - 0.055, 12.92 * x, lessThan(x, vec3(0.0031308))), 1.0);
}
