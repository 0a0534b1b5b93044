#version 450 core
#extension GL_ARB_shader_stencil_export : require
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
layout(origin_upper_left) in vec4 gl_FragCoord;
layout(depth_unchanged) out float gl_FragDepth;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
ivec4 out1;
vec4 out2;
vec4 temp0;
ivec4 temp1;

void main()
{
    temp0.x = ((gl_FragCoord.y * fs_const0[0].z) + fs_const0[0].w);
    temp1.x = int(temp0.x);
    out1.y = temp1.x;
    out0.z = 0.5;
    out2 = vs_generic0;
    gl_FragDepth = out0.z;
    gl_FragStencilRefARB = out1.y;
    fs_color0 = out2;
}
