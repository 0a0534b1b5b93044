#version 450 core
layout(local_size_x = 8, local_size_y = 4, local_size_z = 1) in;
layout(std140) uniform cs_Constants0 { uvec4 cs_const0[1]; };
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0[2];
layout(r32f) uniform image2D cs_image0[2];
uvec4 addr2;
uvec4 temp0;
vec4 temp1;
uint scratch0;

void main()
{
    addr2.x = cs_const0[0].x;
    temp0.x = cs_buffer0[min(addr2.x, 1u)].words[1u];
    temp1 = imageLoad(cs_image0[min(addr2.x, 1u)], ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)));
    scratch0 = temp0.x;
    cs_buffer0[min(addr2.x, 1u)].words[0u] = scratch0;
    imageStore(cs_image0[min(addr2.x, 1u)], ivec2(uvec2(gl_LocalInvocationID.x, gl_LocalInvocationID.y)), temp1);
}
