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
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temps0[4];
uvec4 addr0;

void main()
{
    temps0[0] = in_0;
    temps0[1] = in_1;
    temps0[2] = in_2;
    addr0.x = uint(int(floor(in_0.x)));
    temps0[3] = temps0[min(addr0.x, 3u)];
    out0 = temps0[3];
    out1 = temps0[min(uint((int(addr0.x) + 1)), 3u)];
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    vs_generic0 = out1;
}
