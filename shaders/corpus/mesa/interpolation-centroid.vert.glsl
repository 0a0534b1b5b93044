#version 450 core
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
out vec4 vs_generic1;
out vec4 vs_generic2;
vec4 out0;
vec4 out1;
vec4 out2;
vec4 out3;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
vec4 temp3;

void main()
{
    temp0.xy = (uvec2(ivec2(gl_VertexID)) & uvec2(1u, 2u));
    temp1.xy = (temp0.xy << uvec2(2u, 1u));
    temp2.xy = (temp1.xy + uvec2(0xffffffffu));
    temp3.xy = vec2(ivec2(temp2.xy));
    out2.xy = (temp3.xy * vec2(2.0));
    out0.xy = temp3.xy;
    out0.zw = vec2(0.0, 1.0);
    out3.xy = temp3.xy;
    out3.zw = vec2(1.0, 2.0);
    out1.xy = vec2(uintBitsToFloat(0x00000005u), uintBitsToFloat(0x00000006u));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0.xy = out1.xy;
    vs_generic1.xy = out2.xy;
    vs_generic2 = out3;
}
