#version 450 core
layout(local_size_x = 4, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
shared uint shared_words[8192];
layout(r32ui) uniform uimage2D cs_image0;
uint scratch0;
uvec4 temp0;
uint scratch1;
uint scratch2;
uint scratch3;
uint scratch4;
uint scratch5;
uint scratch6;
uint scratch7;
uint scratch8;
uint scratch9;
uint scratch10;
uvec4 temp1;
uint scratch11;
uvec4 scratch12;

void main()
{
    scratch0 = atomicMax(cs_buffer0.words[0u], 0xfffffffeu);
    temp0.x = scratch0;
    scratch1 = 0xfffffffeu;
    scratch2 = atomicOr(cs_buffer0.words[1u], 0u);
    for (;;) {
        scratch3 = scratch2;
        scratch2 = atomicCompSwap(cs_buffer0.words[1u], scratch3, uint(max(int(scratch3), int(scratch1))));
        if ((scratch2 == scratch3)) {
            break;
        }
    }
    temp0.y = scratch2;
    scratch4 = atomicMin(shared_words[0u], gl_LocalInvocationID.x);
    temp0.z = scratch4;
    scratch5 = 0xfffffffeu;
    scratch6 = atomicOr(shared_words[1u], 0u);
    for (;;) {
        scratch7 = scratch6;
        scratch6 = atomicCompSwap(shared_words[1u], scratch7, uint(min(int(scratch7), int(scratch5))));
        if ((scratch6 == scratch7)) {
            break;
        }
    }
    temp0.w = scratch6;
    scratch8 = 0xfffffffeu;
    scratch9 = imageAtomicOr(cs_image0, ivec2(0), 0u);
    for (;;) {
        scratch10 = scratch9;
        scratch9 = imageAtomicCompSwap(cs_image0, ivec2(0), scratch10, uint(min(int(scratch10), int(scratch8))));
        if ((scratch9 == scratch10)) {
            break;
        }
    }
    temp1.x = scratch9;
    scratch11 = imageAtomicMin(cs_image0, ivec2(0), gl_LocalInvocationID.x);
    temp1.y = scratch11;
    temp0 = (temp0 + temp1.xyxy);
    scratch12 = temp0;
    cs_buffer0.words[2u] = scratch12.x;
    cs_buffer0.words[3u] = scratch12.y;
    cs_buffer0.words[4u] = scratch12.z;
    cs_buffer0.words[5u] = scratch12.w;
}
