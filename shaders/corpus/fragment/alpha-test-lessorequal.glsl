#version 450 core
uniform uvec4 virgl_state[19];
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = vs_generic0;
    if (!(out0.w <= uintBitsToFloat(virgl_state[0].y))) {
        discard;
    }
    fs_color0 = out0;
}
