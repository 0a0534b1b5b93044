#version 450 core
flat in vec4 vs_generic0;
noperspective centroid in vec4 vs_generic1;
centroid in vec4 vs_generic2;
layout(location = 0) out vec4 fs_color0;
layout(location = 1) out vec4 fs_color1;
vec4 out0;
vec4 out1;
vec4 temp1;
vec4 temp0;

void main()
{
    temp1.xy = vec2(floatBitsToUint(vs_generic0.xy));
    temp0.xy = vs_generic1.xy;
    temp0.zw = vs_generic2.xy;
    out1 = (temp0 + temp1.xyxy);
    out0 = vs_generic2;
    fs_color0 = out0;
    fs_color1 = out1;
}
