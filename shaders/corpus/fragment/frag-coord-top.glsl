#version 450 core
layout(std140) uniform VirglState {
    vec4 state_clip_planes[8];
    uvec4 state_stipple[8];
    vec4 state_tess_outer;
    vec4 state_tess_inner;
    float state_winsys_y;
    float state_alpha_reference;
    int state_draw_id_base;
    float state_framebuffer_height;
};
layout(origin_upper_left) in vec4 gl_FragCoord;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    if ((((state_stipple[(uint(floor(gl_FragCoord.y)) & 31u) >> 2][(uint(floor(gl_FragCoord.y)) & 31u) & 3u] << (uint(floor(gl_FragCoord.x)) & 31u)) & 0x80000000u) == 0u)) {
        discard;
    }
    out0 = gl_FragCoord;
    fs_color0 = out0;
}
