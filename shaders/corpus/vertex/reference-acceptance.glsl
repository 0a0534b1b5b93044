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
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = in_0;
    temp1.xy = (temp0.xy * vec2(1.0));
    temp1.zw = vs_const0[3].zw;
    out0 = temp1;
    out1 = temp0.xxxx;
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    vs_generic0 = out1;
}
