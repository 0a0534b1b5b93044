#version 450 core
layout(local_size_x = 1) in;
layout(std430) buffer Data { uint data[256]; };
uniform float f1; uniform vec3 f3; uniform ivec2 i2; uniform uvec3 u3; uniform bool b1; uniform bvec2 b2; uniform dvec3 d3;
uniform struct Thing { vec2 size; int count[2]; } things[2];
void main()
{
    data[0] = floatBitsToUint(f1 + f3.z);
    data[1] = uint(i2.x - i2.y);
    data[2] = u3.x + u3.z;
    data[3] = b1 ? 5u : 6u;
    data[4] = b2.y ? 7u : 8u;
    data[5] = floatBitsToUint(float(d3.y * d3.z));
    data[6] = uint(things[1].count[i2.x & 1]);
    data[7] = floatBitsToUint(things[i2.y & 1].size.y);
}
