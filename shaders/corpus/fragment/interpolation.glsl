#version 450 core
in vec4 vs_generic0;
in vec4 vs_generic1;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;
vec4 temp2;

void main()
{
    temp0 = interpolateAtCentroid(vs_generic0);
    temp1.xy = interpolateAtSample(vs_generic1, 1).yx;
    temp2.x = interpolateAtOffset(vs_generic1, vec2(0.25, 0.0)).x;
    temp0.xy = (temp0.xy + temp1.xy);
    out0 = (temp0 + temp2.xxxx);
    fs_color0 = out0;
}
