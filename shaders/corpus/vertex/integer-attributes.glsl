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
layout(location = 1) in ivec4 in_1;
layout(location = 2) in uvec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;

void main()
{
    temp0 = (uvec4(in_1) + in_2);
    out0 = vec4(in_1);
    out1 = vec4(temp0);
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    vs_generic0 = out1;
}
