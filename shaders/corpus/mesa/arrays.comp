#version 450 core
layout(local_size_x = 8) in;
layout(std430) buffer Data { uint data[256]; };
uniform vec4 f[8];
uniform ivec4 n[8];
uniform uvec4 u[8];
struct Pair { vec2 value; int counts[2]; };
uint next = gl_LocalInvocationIndex * 32u;
void put(float x) { data[next++] = floatBitsToUint(x); }
void put(vec4 x) { put(x.x); put(x.y); put(x.z); put(x.w); }
void put(uint x) { data[next++] = x; }
void put(int x) { data[next++] = uint(x); }
void put(bool x) { data[next++] = uint(x); }
void put(ivec4 x) { put(x.x); put(x.y); put(x.z); put(x.w); }
void put(uvec4 x) { put(x.x); put(x.y); put(x.z); put(x.w); }
void put(bvec4 x) { put(x.x); put(x.y); put(x.z); put(x.w); }
void main()
{
    uint i = gl_LocalInvocationIndex;
    vec4 a = f[i], b = f[(i + 3u) & 7u], c = f[(i + 5u) & 7u];
    ivec4 m = n[i], k = n[(i + 3u) & 7u];
    uvec4 p = u[i], q = u[(i + 3u) & 7u];
    float table[8];
    for (int j = 0; j < 8; j++) table[j] = f[j].x * float(j);
    table[m.x & 7] += 100.0;
    put(table[i]);
    put(table[(i + uint(k.x)) & 7u]);
    vec4 rows[4] = vec4[4](a, b, c, a + b);
    rows[i & 3u].y = 9.0;
    rows[(i + 1u) & 3u][i & 3u] = -9.0;
    put(rows[2]);
    put(rows[p.x & 3u]);
    Pair pairs[3];
    for (int j = 0; j < 3; j++) { pairs[j].value = f[j].xy; pairs[j].counts[0] = j; pairs[j].counts[1] = -j; }
    put(pairs[i % 3u].value.y);
    put(pairs[i % 3u].counts[i & 1u]);
    int grid[3][4];
    for (int j = 0; j < 12; j++) grid[j / 4][j % 4] = j * j;
    put(grid[i % 3u][i & 3u]);
    const float lookup[5] = float[5](1.5, 2.5, 3.5, 4.5, 5.5);
    put(lookup[i % 5u]);
    put(grid.length() + rows.length());
}
