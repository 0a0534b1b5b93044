#version 450 core
layout(isolines, fractional_even_spacing, ccw) in;
uniform uvec4 virgl_state[19];
patch in vec4 tc_patch0;
in vec4 tc_generic0[];
out vec4 te_generic0;
vec4 out0;
vec4 out1;
vec4 temp1;
uvec4 temp2;
vec4 temp0;
vec4 temp3;
vec4 temp4;

void main()
{
    temp1.xy = mix(vec2(-1.0), vec2(1.0), vec2(gl_TessCoord.x, gl_TessCoord.y));
    temp2.x = (floatBitsToUint(tc_patch0.x) + floatBitsToUint(tc_patch0.y));
    temp0.w = float(int(temp2.x));
    temp3 = mix(tc_generic0[0], tc_generic0[1], gl_TessCoord.xxxx);
    temp0.xyz = vec3(gl_TessCoord.x, gl_TessCoord.y, gl_TessCoord.z);
    temp4 = (temp0 + temp3);
    temp1.zw = vec2(0.0, 1.0);
    out0 = temp1;
    out1 = temp4;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    te_generic0 = out1;
}
