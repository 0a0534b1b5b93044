#version 450 core
layout(local_size_x = 4) in;
layout(std430) buffer Data { double data[128]; };
uniform Block { dvec4 table[4]; dmat2 grid; };
uniform double d[8];
uint next = gl_LocalInvocationIndex * 32u;
void put(double x) { data[next++] = x; }
void main()
{
    uint i = gl_LocalInvocationIndex;
    dvec4 row = table[i];
    put(row.x + row.w);
    put(grid[i & 1u].y);
    put(length(row.xyz));
    int e;
    put(frexp(d[i], e));
    put(double(e));
    double local[4];
    for (int j = 0; j < 4; j++) local[j] = d[j] * double(j);
    put(local[(i + 1u) & 3u]);
    if (d[i] > 0.0lf) put(mod(d[i], 0.4lf)); else put(data[200u - 199u]);
    put(d[i] > 0.0lf ? row.y : row.z);
}
