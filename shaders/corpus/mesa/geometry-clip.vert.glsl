#version 450 core
out float gl_ClipDistance[2];
vec4 out0;
vec4 out1;
vec4 out2;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
vec4 temp3;
vec4 temp8;

void main()
{
    temp0.xy = (uvec2(ivec2(gl_VertexID)) & uvec2(1u, 2u));
    temp1.xy = (temp0.xy << uvec2(2u, 1u));
    temp2.xy = (temp1.xy + uvec2(0xffffffffu));
    temp3.xy = vec2(ivec2(temp2.xy));
    temp8.x = (temp3.x + 0.5);
    out2 = temp8;
    temp8.y = 1.0;
    out2 = temp8;
    temp8.zw = vec2(0.0);
    out2 = temp8;
    out1.x = 3.0;
    out0.xy = temp3.xy;
    out0.zw = vec2(0.0, 1.0);
    gl_ClipDistance[0] = out2.x;
    gl_ClipDistance[1] = out2.y;
    gl_Position = out0;
    gl_PointSize = out1.x;
}
