#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(location = 0) out vec4 color;
void main()
{
    ivec2 p = ivec2(gl_FragCoord.xy);
    if (((p.x ^ p.y) & 1) == 0) discard;
    color = vec4(p, 0.0, 1.0);
    for (int i = 0; i < 4; i++) { if (p.x + i == 5) discard; color.z += 1.0; }
    if (value.x > 0.8) discard;
}
