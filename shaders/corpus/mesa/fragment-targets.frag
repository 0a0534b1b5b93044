#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(location = 0) out vec4 floats;
layout(location = 1) out ivec4 ints;
layout(location = 2) out uvec4 uints;
layout(location = 3) out vec2 pair;
layout(location = 4) out int single;
void main()
{
    floats = value;
    ints = number * 1000000;
    uints = uvec4(0xffffffffu, 0x7fc00001u, 1u, uint(gl_FragCoord.x));
    pair = place;
    single = -5 - int(gl_FragCoord.y);
}
