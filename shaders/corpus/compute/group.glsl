#version 450 core
#extension GL_ARB_shader_group_vote : require
#extension GL_ARB_shader_clock : require
#extension GL_ARB_gpu_shader_int64 : require
#extension GL_ARB_shader_ballot : require
layout(local_size_x = 8, local_size_y = 1, local_size_z = 1) in;
layout(std430) buffer cs_Buffer0 { uint words[]; } cs_buffer0;
uvec4 temp0;
uvec4 temp1;
uvec2 scratch0;
uvec4 temp2;
uvec2 scratch1;
uvec4 temp3;
uvec4 scratch2;
uvec4 scratch3;
uvec4 scratch4;
uvec2 scratch5;

void main()
{
    temp0.x = uint(-int((int(gl_LocalInvocationID.x) < 5)));
    temp1.x = uint(-int(anyInvocationARB((temp0.x != 0u))));
    temp1.y = uint(-int(allInvocationsARB((temp0.x != 0u))));
    temp1.z = uint(-int(allInvocationsEqualARB((temp0.x != 0u))));
    temp1.w = readFirstInvocationARB(gl_LocalInvocationID.x);
    scratch0 = unpackUint2x32(ballotARB((temp0.x != 0u)));
    temp2.xy = uvec2(scratch0.x, scratch0.y);
    temp2.zw = readInvocationARB(gl_LocalInvocationID.xx, 1u);
    scratch1 = clock2x32ARB();
    temp3.xy = uvec2(scratch1.x, scratch1.y);
    temp3.zw = (uvec2(gl_SubGroupSizeARB) + uvec2(gl_SubGroupInvocationARB));
    scratch2 = temp1;
    cs_buffer0.words[0u] = scratch2.x;
    cs_buffer0.words[1u] = scratch2.y;
    cs_buffer0.words[2u] = scratch2.z;
    cs_buffer0.words[3u] = scratch2.w;
    scratch3 = temp2;
    cs_buffer0.words[4u] = scratch3.x;
    cs_buffer0.words[5u] = scratch3.y;
    cs_buffer0.words[6u] = scratch3.z;
    cs_buffer0.words[7u] = scratch3.w;
    scratch4 = temp3;
    cs_buffer0.words[8u] = scratch4.x;
    cs_buffer0.words[9u] = scratch4.y;
    cs_buffer0.words[10u] = scratch4.z;
    cs_buffer0.words[11u] = scratch4.w;
    temp0.xy = (uvec2(unpackUint2x32(gl_SubGroupEqMaskARB).x, unpackUint2x32(gl_SubGroupEqMaskARB).y) | uvec2(unpackUint2x32(gl_SubGroupGeMaskARB).x, unpackUint2x32(gl_SubGroupGeMaskARB).y));
    temp0.xy = (temp0.xy ^ uvec2(unpackUint2x32(gl_SubGroupGtMaskARB).x, unpackUint2x32(gl_SubGroupGtMaskARB).y));
    temp0.xy = (temp0.xy ^ uvec2(unpackUint2x32(gl_SubGroupLeMaskARB).x, unpackUint2x32(gl_SubGroupLeMaskARB).y));
    temp0.xy = (temp0.xy ^ uvec2(unpackUint2x32(gl_SubGroupLtMaskARB).x, unpackUint2x32(gl_SubGroupLtMaskARB).y));
    scratch5 = temp0.xy;
    cs_buffer0.words[12u] = scratch5.x;
    cs_buffer0.words[13u] = scratch5.y;
}
