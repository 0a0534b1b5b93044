#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(location = 0) out vec4 color[3];
void main()
{
    float x = value.x * value.x + value.y;
    color[0] = vec4(dFdx(x), dFdy(x), fwidth(x), dFdx(place.y));
    color[1] = vec4(dFdxFine(x), dFdyFine(x), dFdxCoarse(place.x), dFdyCoarse(place.y));
    color[2] = dFdx(value) + 2.0 * dFdyFine(value);
}
