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
layout(std140) uniform vs_Constants0 { vec4 vs_const0[4]; };
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = (in_0.xxxx * vs_const0[0]);
    temp0 = ((in_0.yyyy * vs_const0[1]) + temp0);
    temp0 = ((in_0.zzzz * vs_const0[2]) + temp0);
    temp1 = ((in_0.wwww * vs_const0[3]) + temp0);
    out0 = temp1;
    out1 = in_1;
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    vs_generic0 = out1;
}
