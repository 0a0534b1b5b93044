#version 450 core
layout(std430) buffer fs_Buffer0 { uint words[]; } fs_buffer0;
layout(rgba8) writeonly uniform image2D fs_image0;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uint scratch0;
uvec4 temp0;
ivec4 temp1;

void main()
{
    scratch0 = atomicAdd(fs_buffer0.words[4u], 1u);
    temp0.x = scratch0;
    temp1 = ivec4(vs_generic0);
    imageStore(fs_image0, temp1.xy, vs_generic0);
    memoryBarrier();
    out0 = vs_generic0;
    fs_color0 = out0;
}
