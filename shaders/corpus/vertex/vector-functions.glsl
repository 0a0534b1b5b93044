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
vec4 temp7;
vec4 temp8;
vec4 temp9;
vec4 temp10;

void main()
{
    temp0 = vec4(dot(in_0.xy, in_1.xy));
    temp1 = vec4(dot(in_0.xyz, in_1.xyz));
    temp2 = vec4(dot(in_0, in_1));
    temp3 = vec4(dot(vec4(in_0.xyz, 1.0), in_1));
    temp4 = vec4(((in_0.yzx * in_1.zxy) - (in_0.zxy * in_1.yzx)), 1.0);
    temp5 = vec4(1.0, (in_0.y * in_1.y), in_0.z, in_1.w);
    temp6 = vec4(1.0, max(in_2.x, 0.0), ((in_2.x > 0.0) ? pow(max(in_2.y, 0.0), clamp(in_2.w, -128.0, 128.0)) : 0.0), 1.0);
    temp7 = vec4(exp2(floor(in_2.y)), fract(in_2.y), exp2(in_2.y), 1.0);
    temp8 = vec4(floor(log2(abs(in_2.z))), (abs(in_2.z) / exp2(floor(log2(abs(in_2.z))))), log2(abs(in_2.z)), 1.0);
    temp9.xy = vec2(cos(in_2.w), sin(in_2.w));
    temp10 = (temp0 + temp1);
    temp10 = (temp10 + temp2);
    temp10 = (temp10 + temp3);
    temp10 = (temp10 + temp4);
    temp10 = (temp10 + temp5);
    temp10 = (temp10 + temp6);
    temp10 = (temp10 + temp7);
    temp10 = (temp10 + temp8);
    out0 = temp10;
    out1 = temp9.xyxy;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
