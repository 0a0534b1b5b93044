#version 450 core
//! draw patches 3
//! patch 3
layout(triangles) in;
in vec4 value[];
flat out uvec4 result;
void main()
{
    gl_Position = gl_in[0].gl_Position * gl_TessCoord.x + gl_in[1].gl_Position * gl_TessCoord.y + gl_in[2].gl_Position * gl_TessCoord.z;
    result = uvec4(floatBitsToUint(value[2].w), uint(gl_TessLevelOuter[1]), uint(gl_TessLevelInner[0]), 4u);
}
