#version 450 core
#extension GL_ARB_shader_stencil_export : require
layout(depth_greater) out float gl_FragDepth;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 out1;
ivec4 out2;
ivec4 out3;
ivec4 temp0;

void main()
{
    out0 = vs_generic0;
    out1.z = vs_generic0.x;
    temp0.x = int(vs_generic0.y);
    out2.y = temp0.x;
    out3.x = temp0.x;
    fs_color0 = out0;
    gl_FragDepth = out1.z;
    gl_FragStencilRefARB = out2.y;
    gl_SampleMask[0] = out3.x;
}
