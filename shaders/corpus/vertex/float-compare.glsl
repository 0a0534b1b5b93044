#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;
vec4 temp2;
vec4 temp3;
vec4 temp4;
vec4 temp5;
vec4 temp6;

void main()
{
    temp0 = vec4(equal(in_0, in_1));
    temp1.x = float((in_0.x != 1.0));
    temp2.xy = vec2(lessThan(in_0.xy, in_1.xy));
    temp3.z = float((in_0.z <= in_1.z));
    temp4 = vec4(greaterThan(in_0, vec4(0.0, 1.0, 2.0, 0.5)));
    temp5.w = float((in_0.w >= in_1.w));
    temp6 = (temp0 + temp1.xxxx);
    temp6 = (temp6 + temp2.xyxy);
    temp6 = (temp6 + temp3.zzzz);
    temp6 = (temp6 + temp4);
    out0 = (temp6 + temp5.wwww);
    out1 = in_2;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
