#version 450 core
layout(local_size_x = 8) in;
layout(std430) buffer Data { uint data[256]; };
uniform vec4 f[8];
uniform ivec4 n[8];
uniform uvec4 u[8];
uniform mat4 world;
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
    mat4 x = mat4(a, b, c, f[7]);
    put(x * b);
    put(b * x);
    put((x * transpose(x))[i & 3u]);
    put(matrixCompMult(x, outerProduct(a, b))[1]);
    put(vec4(determinant(mat3(x)), determinant(mat2(x)), x[i & 3u][1], 0.0));
    put((world * x)[2]);
    put((mat4(mat2x3(a.xyz, b.xyz)))[1]);
    put(vec4(inverse(mat2(vec2(2.0, 1.0), vec2(0.0, 4.0)) * (1.0 + a.x * 0.0)) * vec2(1.0, 2.0), 0.0, 0.0));
}
