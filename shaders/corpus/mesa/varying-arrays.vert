#version 450 core
out vec4 rows[3];
out mat3 turn;
flat out int counts[2];
out Block { vec2 inner; vec4 list[2]; } block;
layout(location = 20, component = 0) out vec2 low;
layout(location = 20, component = 2) out vec2 high;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    for (int i = 0; i < 3; i++) { rows[i] = vec4(i, i * 2, 1.0, -i); turn[i] = vec3(i + 1, 4.0, 7.0); }
    counts[0] = 3; counts[1] = -4;
    block.inner = vec2(8.0, 9.0);
    block.list[0] = vec4(1.0);
    block.list[1] = vec4(2.0);
    low = vec2(0.25, 0.5);
    high = vec2(0.125, 16.0);
}
