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
    vec4 s = a.wzyx + b.xxyy;
    s.zx = c.yw;
    put(s);
    s[i & 3u] = 5.0;
    put(s);
    put(s[(i + 1u) & 3u]);
    ivec4 t = m.yxwz;
    t.yw *= k.xy;
    put(t);
    bvec4 z = bvec4(a.x < b.x, m.x > k.x, true, false);
    put(not(z));
    put(any(z));
    put(all(z.xz));
    put(uvec4(p.xy, q.zw));
}
