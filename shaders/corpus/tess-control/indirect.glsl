#version 450 core
layout(vertices = 3) out;
layout(std140) uniform tc_Constants0 { uvec4 tc_const0[1]; };
in vec4 vs_generic0[];
in vec4 vs_generic1[];
out vec4 tc_generic0[];
out vec4 tc_generic1[];
patch out vec4 tc_patch0;
patch out vec4 tc_patch1;
patch out vec4 tc_patch2;
uvec4 addr1;
uvec4 addr0;
uvec4 scratch0;
uvec4 temp0;
vec3 scratch1;
uvec4 scratch2;
float scratch3;
vec3 scratch4;
vec2 scratch5;

void main()
{
    addr1.x = uint(gl_InvocationID);
    addr0.x = tc_const0[0].x;
    switch (min(uint((int(addr0.x) + 1)), 3u)) {
    case 0u:
        scratch0 = floatBitsToUint(gl_in[min(addr1.x, 31u)].gl_Position);
        break;
    case 1u:
        scratch0 = floatBitsToUint(vs_generic0[min(addr1.x, 31u)]);
        break;
    case 2u:
        scratch0 = floatBitsToUint(vs_generic1[min(addr1.x, 31u)]);
        break;
    case 3u:
        scratch0 = floatBitsToUint(vec4(gl_in[min(addr1.x, 31u)].gl_ClipDistance[0], gl_in[min(addr1.x, 31u)].gl_ClipDistance[1], 0.0, 0.0));
        break;
    }
    temp0 = scratch0;
    tc_generic0[gl_InvocationID] = uintBitsToFloat(temp0);
    scratch1 = uintBitsToFloat(temp0.xyz);
    switch (min(addr0.x, 1u)) {
    case 0u:
        tc_generic0[gl_InvocationID].xyz = scratch1;
        break;
    case 1u:
        tc_generic1[gl_InvocationID].xyz = scratch1;
        break;
    }
    barrier();
    switch (min(addr0.x, 2u)) {
    case 0u:
        scratch2 = floatBitsToUint(tc_patch0);
        break;
    case 1u:
        scratch2 = floatBitsToUint(tc_patch1);
        break;
    case 2u:
        scratch2 = floatBitsToUint(tc_patch2);
        break;
    }
    scratch3 = uintBitsToFloat(scratch2.y);
    switch (min(uint((int(addr0.x) + 1)), 2u)) {
    case 0u:
        tc_patch0.x = scratch3;
        break;
    case 1u:
        tc_patch1.x = scratch3;
        break;
    case 2u:
        tc_patch2.x = scratch3;
        break;
    }
    scratch4 = vec3(gl_TessLevelOuter[0]);
    gl_TessLevelOuter[0] = scratch4.x;
    gl_TessLevelOuter[1] = scratch4.y;
    gl_TessLevelOuter[2] = scratch4.z;
    scratch5 = vec2(gl_in[min(addr1.x, 31u)].gl_ClipDistance[0], gl_in[min(addr1.x, 31u)].gl_ClipDistance[1]);
    gl_out[gl_InvocationID].gl_ClipDistance[0] = scratch5.x;
    gl_out[gl_InvocationID].gl_ClipDistance[1] = scratch5.y;
}
