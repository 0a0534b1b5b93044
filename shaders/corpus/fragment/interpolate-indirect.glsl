#version 450 core
layout(std140) uniform fs_Constants0 { uvec4 fs_const0[1]; };
in vec4 vs_generic3;
in vec4 vs_generic4;
in vec4 vs_generic5;
in vec4 vs_generic8;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 addr0;
vec4 scratch0;
vec4 temp0;
vec4 scratch1;
vec4 temp1;
vec4 scratch2;
vec4 temp2;

void main()
{
    addr0.x = fs_const0[0].x;
    switch (min(addr0.x, 2u)) {
    case 0u:
        scratch0 = interpolateAtCentroid(vs_generic3);
        break;
    case 1u:
        scratch0 = interpolateAtCentroid(vs_generic4);
        break;
    case 2u:
        scratch0 = interpolateAtCentroid(vs_generic5);
        break;
    }
    temp0 = scratch0;
    switch (min(uint((int(addr0.x) + 1)), 2u)) {
    case 0u:
        scratch1 = interpolateAtSample(vs_generic3, int(fs_const0[0].y));
        break;
    case 1u:
        scratch1 = interpolateAtSample(vs_generic4, int(fs_const0[0].y));
        break;
    case 2u:
        scratch1 = interpolateAtSample(vs_generic5, int(fs_const0[0].y));
        break;
    }
    temp1 = scratch1;
    switch (min(addr0.x, 2u)) {
    case 0u:
        scratch2 = interpolateAtOffset(vs_generic3, vec2(0.25, -0.25));
        break;
    case 1u:
        scratch2 = interpolateAtOffset(vs_generic4, vec2(0.25, -0.25));
        break;
    case 2u:
        scratch2 = interpolateAtOffset(vs_generic5, vec2(0.25, -0.25));
        break;
    }
    temp2.xy = scratch2.yx;
    temp0 = (temp0 + temp1);
    temp1 = interpolateAtCentroid(vs_generic8);
    temp0 = (temp0 + interpolateAtSample(vs_generic8, gl_SampleID));
    out0 = ((temp2.xyxy * temp0) + temp1);
    fs_color0 = out0;
}
