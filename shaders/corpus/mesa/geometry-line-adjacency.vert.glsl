#version 450 core
vec4 out0;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;

void main()
{
    temp0.xy = (uvec2(ivec2(gl_VertexID)) & uvec2(1u, 2u));
    temp1.xy = (temp0.xy << uvec2(2u, 1u));
    temp2.xy = (temp1.xy + uvec2(0xffffffffu));
    out0.xy = vec2(ivec2(temp2.xy));
    out0.zw = vec2(0.25, 1.0);
    gl_Position = out0;
}
