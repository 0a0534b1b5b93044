#version 450 core
//! draw patches 3
//! patch 3
layout(vertices = 3) out;
in vec4 corner[];
out vec4 moved[];
patch out vec4 shade;
patch out float weights[3];
void main()
{
    gl_out[gl_InvocationID].gl_Position = gl_in[gl_InvocationID].gl_Position;
    moved[gl_InvocationID] = corner[gl_InvocationID] + float(gl_PatchVerticesIn);
    barrier();
    if (gl_InvocationID == 0) {
        gl_TessLevelOuter[0] = 1.0; gl_TessLevelOuter[1] = 2.0; gl_TessLevelOuter[2] = 3.0; gl_TessLevelOuter[3] = 0.0;
        gl_TessLevelInner[0] = 2.0; gl_TessLevelInner[1] = 0.0;
        shade = moved[1] + vec4(gl_PrimitiveID);
        for (int i = 0; i < 3; i++) weights[i] = float(i) * 0.5;
    }
}
