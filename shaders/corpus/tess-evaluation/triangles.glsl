#version 450 core
layout(triangles, equal_spacing, cw) in;
uniform uvec4 virgl_state[19];
in vec4 tc_generic0[];
patch in vec4 tc_patch0;
out vec4 te_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;

void main()
{
    temp0 = (gl_in[0].gl_Position * gl_TessCoord.xxxx);
    temp0 = ((gl_in[1].gl_Position * gl_TessCoord.yyyy) + temp0);
    out0 = ((gl_in[2].gl_Position * gl_TessCoord.zzzz) + temp0);
    temp0 = (tc_generic0[0] + tc_patch0);
    temp0 = (temp0 + vec4(gl_TessLevelOuter[0], gl_TessLevelOuter[1], gl_TessLevelOuter[2], gl_TessLevelOuter[3]));
    out1 = (temp0 + vec4(gl_TessLevelInner[0], gl_TessLevelInner[1], gl_TessLevelInner[0], gl_TessLevelInner[1]));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    te_generic0 = out1;
}
