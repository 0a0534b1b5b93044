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
layout(location = 1) in vec4 in_1;
layout(location = 0) in vec4 in_0;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic4;
out vec4 vs_generic5;
out vec4 vs_generic6;
vec4 out0;
vec4 outs1[3];
uvec4 addr0;

void main()
{
    addr0.x = uint(int(floor(in_1.x)));
    out0 = in_0;
    outs1[min(addr0.x, 2u)] = in_1;
    outs1[1] = in_2;
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    vs_generic4 = outs1[0];
    vs_generic5 = outs1[1];
    vs_generic6 = outs1[2];
}
