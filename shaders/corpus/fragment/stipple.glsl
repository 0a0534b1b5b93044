#version 450 core
uniform uvec4 virgl_state[19];
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    if ((((virgl_state[11u + ((uint(floor(gl_FragCoord.y)) & 31u) >> 2)][(uint(floor(gl_FragCoord.y)) & 31u) & 3u] << (uint(floor(gl_FragCoord.x)) & 31u)) & 0x80000000u) == 0u)) {
        discard;
    }
    out0 = vs_generic0;
    fs_color0 = out0;
}
