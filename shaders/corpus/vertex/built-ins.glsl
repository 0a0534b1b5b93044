#version 450 core
#extension GL_ARB_shader_viewport_layer_array : require
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
out vec4 vs_color0;
out vec4 vs_backcolor0;
out vec4 vs_fog0;
out vec4 vs_texcoord2;
vec4 out0;
vec4 out1;
vec4 out2;
ivec4 out3;
ivec4 out4;
vec4 out5;
vec4 out6;
vec4 out7;
vec4 out8;
vec4 out9;
ivec4 temp0;

void main()
{
    out0 = in_0;
    out1 = in_1;
    out2.x = in_2.x;
    temp0.xy = ivec2(in_2.yz);
    out3.x = temp0.x;
    out4.x = temp0.y;
    out5.x = in_1.x;
    out6 = in_1;
    out7 = in_2;
    out8 = in_2;
    out9 = in_2;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
    gl_PointSize = out2.x;
    gl_Layer = out3.x;
    gl_ViewportIndex = out4.x;
    vs_color0 = out6;
    vs_backcolor0 = out7;
    vs_fog0 = out8;
    vs_texcoord2 = out9;
}
