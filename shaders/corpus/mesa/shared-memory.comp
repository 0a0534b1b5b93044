#version 450 core
layout(local_size_x = 8, local_size_y = 2) in;
layout(std430) buffer Data { uint data[256]; };
shared uint words[64];
shared vec4 rows[16];
shared int least, most;
shared uint bits[6];
void main()
{
    uint i = gl_LocalInvocationIndex;
    words[i] = i * i;
    rows[i] = vec4(i, 1.0, -2.0, float(i) * 0.5);
    if (i == 0u) {
        least = 100; most = -100;
        bits[0] = 0xffffu; bits[1] = 0u; bits[2] = 0u; bits[3] = 1000u; bits[4] = 0u; bits[5] = 0u;
    }
    barrier();
    atomicMin(least, int(i) - 5);
    atomicMax(most, int(i) - 5);
    atomicAnd(bits[0], ~(1u << i));
    atomicOr(bits[1], 1u << i);
    atomicXor(bits[2], i * 3u);
    atomicAdd(bits[3], i);
    if (i == 3u) { data[100] = atomicExchange(bits[4], 44u); data[101] = atomicCompSwap(bits[5], 0u, 55u); }
    memoryBarrierShared();
    barrier();
    data[i] = words[15u - i] + uint(rows[(i + 1u) & 15u].w * 4.0);
    if (i < 6u) data[32u + i] = bits[i];
    if (i == 7u) { data[40] = uint(least); data[41] = uint(most); }
    barrier();
    rows[i].zw = rows[i].xy;
    groupMemoryBarrier();
    barrier();
    data[64u + i] = floatBitsToUint(rows[15u - i].z);
}
