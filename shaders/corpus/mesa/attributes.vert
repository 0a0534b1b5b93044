#version 450 core
//! capture one four signed_words unsigned_words wide last
//! draw points 5
layout(location = 0) in float a;
layout(location = 1) in vec4 b;
layout(location = 2) in ivec3 c;
layout(location = 3) in uvec4 d;
layout(location = 4) in dvec2 e;
layout(location = 6) in mat2 m;
out float one;
out vec4 four;
flat out ivec3 signed_words;
flat out uvec4 unsigned_words;
flat out dvec2 wide;
out vec2 last;
void main()
{
    one = a;
    four = b.wzyx;
    signed_words = c * 1000003;
    unsigned_words = d ^ 0x80000000u;
    wide = e + 1.0lf;
    last = m * b.xy;
    gl_Position = vec4(0.0);
}
