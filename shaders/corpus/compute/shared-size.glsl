#version 450 core
layout(local_size_x = 4, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
shared uint shared_words[16];
uvec4 temp0;
uint scratch0;
uint scratch1;
uint scratch2;
uint scratch3;

void main()
{
    temp0.x = (gl_LocalInvocationID.x * 4u);
    scratch0 = (temp0.x >> 2u);
    scratch1 = gl_LocalInvocationID.x;
    shared_words[min(scratch0, 15u)] = scratch1;
    barrier();
    temp0.y = shared_words[2u];
    scratch2 = (temp0.x >> 2u);
    scratch3 = atomicAdd(cs_buffer0.words[scratch2], temp0.y);
    temp0.z = scratch3;
}
