#version 450 core
layout(triangles, equal_spacing, ccw) in;
in vec4 moved[];
patch in vec4 shade;
patch in float weights[3];
out vec4 tint;
uniform int which;
void main()
{
    gl_Position = gl_in[0].gl_Position * gl_TessCoord.x + gl_in[1].gl_Position * gl_TessCoord.y + gl_in[2].gl_Position * gl_TessCoord.z;
    tint = moved[gl_PrimitiveID] + shade + weights[(which + 8) % 3] + gl_TessLevelOuter[2] + gl_TessLevelInner[0] + float(gl_PatchVerticesIn);
}
