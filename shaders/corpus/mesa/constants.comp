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
    put(uintBitsToFloat(uvec4(0x7fc12345u, 0xff800000u, 0x7f800000u, 0xffc00001u)));
    put(uintBitsToFloat(uvec4(0x80000000u, 0x00000001u, 0x807fffffu, 0x00400000u)));
    put(vec4(0.1, -0.0, 3.4028235e38, 1.1754944e-38));
    put(ivec4(0x7fffffff, -2147483647 - 1, -1, 0x01020304));
    put(uvec4(0xffffffffu, 0x80000000u, 16777217u, 33554435u));
    put(ivec4(16777217, -16777217, 2147483583, 1) + m * 0);
}
