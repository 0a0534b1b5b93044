#version 450 core
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
out vec4 vs_generic1;
out vec4 vs_generic2;
out vec4 vs_generic3;
out vec4 vs_generic5;
vec4 out0;
uvec4 out1;
vec4 out2;
vec4 out3;
vec4 out4;
vec4 out5;
uvec4 temp1;
uvec4 temp2;
uvec4 temp3;
vec4 temp4;
uvec4 temp5;
vec4 temp6;
vec4 temp0;

void main()
{
    temp1.xy = (uvec2(ivec2(gl_VertexID)) & uvec2(1u, 2u));
    temp2.xy = (temp1.xy << uvec2(2u, 1u));
    temp3.xy = (temp2.xy + uvec2(0xffffffffu));
    temp4.xy = vec2(ivec2(temp3.xy));
    temp5.x = floatBitsToUint(float(gl_VertexID));
    temp6.x = (1.0 + uintBitsToFloat(temp5.x));
    out0.xy = (temp4.xy * temp6.xx);
    temp0.xy = temp4.xy;
    temp0.z = temp6.x;
    temp0.w = 1.0;
    out3 = (temp0 * vec4(3.0));
    out0.z = 0.0;
    out0.w = temp6.x;
    out4 = temp0;
    out5.xy = temp4.xy;
    out2.x = temp6.x;
    out1.z = temp5.x;
    out1.w = 0x3f000000u;
    out1.x = uint(gl_VertexID);
    out1.y = 0xfffffff0u;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = uintBitsToFloat(out1);
    vs_generic1.x = out2.x;
    vs_generic2 = out3;
    vs_generic3 = out4;
    vs_generic5.xy = out5.xy;
}
