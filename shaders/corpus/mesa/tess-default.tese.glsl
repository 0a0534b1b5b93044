#version 450 core
layout(triangles, equal_spacing, ccw) in;
uniform uvec4 virgl_state[19];
in vec4 vs_generic0[];
out vec4 te_generic0;
vec4 out0;
uvec4 out1;
vec4 temp1;
vec4 temp2;
vec4 temp3;
uvec4 temp0;

void main()
{
    temp1 = (gl_in[1].gl_Position * gl_TessCoord.yyyy);
    temp2 = ((gl_in[0].gl_Position * gl_TessCoord.xxxx) + temp1);
    temp3 = ((gl_in[2].gl_Position * gl_TessCoord.zzzz) + temp2);
    temp0.y = uint(gl_TessLevelOuter[1]);
    temp0.z = uint(gl_TessLevelInner[0]);
    out0 = temp3;
    temp0.x = floatBitsToUint(vs_generic0[2].w);
    temp0.w = 4u;
    out1 = temp0;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    te_generic0 = uintBitsToFloat(out1);
}
