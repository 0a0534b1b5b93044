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
out float gl_ClipDistance[2];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 out2;

void main()
{
    out0 = in_0;
    out1 = in_1;
    out2 = in_2;
    gl_ClipDistance[0] = dot(out2, state_clip_planes[0]);
    gl_ClipDistance[1] = dot(out2, state_clip_planes[1]);
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    vs_generic0 = out1;
}
