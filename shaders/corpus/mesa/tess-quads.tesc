#version 450 core
//! draw patches 4
//! patch 4
//! capture tint
//! captured triangles
layout(vertices = 2) out;
in vec4 corner[];
out vec4 moved[];
patch out ivec4 words;
void main()
{
    moved[gl_InvocationID] = corner[gl_InvocationID * 2] + corner[3];
    gl_TessLevelOuter[0] = 2.0; gl_TessLevelOuter[1] = 3.0; gl_TessLevelOuter[2] = 1.5; gl_TessLevelOuter[3] = 2.0;
    gl_TessLevelInner[0] = 2.0; gl_TessLevelInner[1] = 3.0;
    words = ivec4(gl_PatchVerticesIn, -1, 2, 3);
}
