#version 450 core
in vec4 gs_generic0;
flat in vec4 gs_generic1;
layout(location = 1) out ivec4 fs_color1;
layout(location = 0) out vec4 fs_color0;
uvec4 out0;
vec4 out1;

void main()
{
    out1 = gs_generic0;
    out0.x = floatBitsToUint(gs_generic1.x);
    out0.y = uint(gl_PrimitiveID);
    out0.zw = uvec2(0u, 1u);
    fs_color1 = ivec4(out0);
    fs_color0 = out1;
}
