#version 450 core
layout(local_size_x = 8) in;
layout(std430) buffer Data { uint data[256]; };
uniform vec4 f[8];
uniform ivec4 n[8];
uniform uvec4 u[8];
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
    int sum = 0;
    for (int j = 0; j < m.x + 12; j++) {
        if ((j & 3) == 1) continue;
        if (j > 20) break;
        sum += j;
        for (int l = 0; l < 5; l++) {
            if (l == j) break;
            if (l + j == 6) continue;
            sum += 100 * l;
        }
    }
    put(sum);
    int steps = 0;
    uint x = p.x;
    while (x != 1u && steps < 200) {
        x = (x & 1u) == 0u ? x / 2u : 3u * x + 1u;
        steps++;
    }
    put(steps);
    do { steps -= 7; } while (steps > 0);
    put(steps);
    int found = -1;
    for (int j = 0; ; j++) {
        if (data[j & 255] == 5u) { found = j; break; }
        if (j > 300) break;
    }
    put(found);
}
