#version 450 core
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
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
    out1.xy = ((temp3.xy * vec2(0.5)) + vec2(0.5));
    out0.xy = temp3.xy;
    out0.zw = vec2(0.25, 1.0);
    out1.zw = vec2(0.5, 2.0);
    gl_Position = out0;
    vs_generic0 = out1;
}
