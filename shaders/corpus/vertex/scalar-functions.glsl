#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
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

void main()
{
    temp0.x = (1.0 / in_0.x);
    temp1.y = inversesqrt(in_0.y);
    temp2.z = sqrt(in_0.z);
    temp3.w = exp2(in_0.w);
    temp4.x = log2(in_0.x);
    temp5.y = sin(in_0.y);
    temp6.z = cos(in_0.z);
    temp7 = vec4(pow(in_0.x, in_1.y));
    temp8.x = (temp0.x + temp1.y);
    temp8.y = (temp2.z + temp3.w);
    temp8.z = (temp4.x + temp5.y);
    temp8.w = temp6.z;
    out0 = temp8;
    out1 = temp7;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
