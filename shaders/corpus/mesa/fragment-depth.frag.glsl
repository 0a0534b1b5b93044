#version 450 core
layout(origin_upper_left) in vec4 gl_FragCoord;
layout(depth_greater) out float gl_FragDepth;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0.x = (gl_FragCoord.x / 8.0);
    temp1.x = (temp0.x + uintBitsToFloat(0x3c23d70au));
    out0.z = temp1.x;
    out1 = vs_generic0;
    gl_FragDepth = out0.z;
    fs_color0 = out1;
}
