#version 450 core
layout(quads, fractional_even_spacing, ccw) in;
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
layout(std140) uniform te_Constants0 { uvec4 te_const0[1]; };
in vec4 tc_generic0[];
patch in vec4 tc_patch0;
patch in vec4 tc_patch1;
out vec4 te_generic0;
vec4 out0;
vec4 out1;
uvec4 addr0;
vec4 inputs2[2];

void main()
{
    inputs2[0] = tc_patch0;
    inputs2[1] = tc_patch1;
    addr0.x = te_const0[0].x;
    out0 = tc_generic0[min(addr0.x, 31u)];
    out1 = (inputs2[min(addr0.x, 1u)] * vec4(gl_TessCoord.x, gl_TessCoord.y, gl_TessCoord.z, gl_TessCoord.z));
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    te_generic0 = out1;
}
