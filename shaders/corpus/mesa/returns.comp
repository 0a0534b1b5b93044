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
float early(float x, int y) { if (x < 0.0) return -x; for (int j = 0; j < y; j++) { if (j == 3) return float(j); x += 1.0; } return x; }
void swap(inout int x, out int y) { y = x + 5; x = x * 3; }
void main()
{
    uint i = gl_LocalInvocationIndex;
    vec4 a = f[i], b = f[(i + 3u) & 7u], c = f[(i + 5u) & 7u];
    ivec4 m = n[i], k = n[(i + 3u) & 7u];
    uvec4 p = u[i], q = u[(i + 3u) & 7u];
    put(early(a.x, m.x));
    put(early(b.x, k.x));
    int swapped = 1, other = 2;
    swap(swapped, other);
    put(swapped * 10 + other);
    if (i == 3u) return;
    put(77);
    if (a.x > 1.0) { if (m.x > 3) return; put(78); }
    put(79);
}
