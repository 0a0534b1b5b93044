#version 450 core
in vec4 rows[3];
in mat3 turn;
flat in int counts[2];
in Block { vec2 inner; vec4 list[2]; } block;
layout(location = 20, component = 0) in vec2 low;
layout(location = 20, component = 2) in vec2 high;
uniform int which;
layout(location = 0) out vec4 color[3];
void main()
{
    int at = int(gl_FragCoord.x) % 3;
    color[0] = rows[at] + vec4(turn[at], 0.0);
    color[1] = vec4(block.inner, float(counts[which & 1]), 1.0) + block.list[at & 1];
    color[2] = vec4(low, high);
}
