#version 450 core
layout(local_size_x = 4) in;
layout(std430) buffer Data { uvec2 data[128]; };
uniform double d[8];
uniform dvec2 e[4];
uint next = gl_LocalInvocationIndex * 32u;
void put(double x) { data[next++] = unpackDouble2x32(x); }
void put(bool x) { data[next++] = uvec2(x); }
void main()
{
    uint i = gl_LocalInvocationIndex;
    double a = d[i], b = d[(i + 3u) & 7u];
    dvec2 v = e[i];
    put(a + b);
    put(a - b);
    put(a * b);
    put(a / (b + 0.3lf));
    put(fma(a, b, v.x));
    put(min(a, b));
    put(max(a, b));
    put(abs(a));
    put(-a);
    put(sign(a));
    put(sqrt(abs(a)));
    put(inversesqrt(abs(a) + 1.0lf));
    put(floor(a));
    put(ceil(a));
    put(trunc(a));
    put(fract(a));
    put(roundEven(a * 2.0lf));
    put(double(int(a)));
    put(a < b);
    put(a >= b);
    put(a == b);
    put(a != v.y);
    put(double(float(a)));
    data[next++] = uvec2(int(a), uint(abs(b)));
    put(double(uint(abs(a))));
    put(packDouble2x32(uvec2(0x12345678u, 0x3ff00000u + i)));
    put(dot(v, dvec2(a, b)));
    put(mix(a, b, 0.25lf));
    put(1.0000000000000002lf * a);
    put(ldexp(a, int(i) - 2));
}
