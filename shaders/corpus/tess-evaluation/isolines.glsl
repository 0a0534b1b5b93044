#version 450 core
layout(isolines, fractional_odd_spacing, ccw, point_mode) in;
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
vec4 out0;

void main()
{
    out0 = (gl_in[0].gl_Position * vec4(gl_TessCoord.x, gl_TessCoord.y, gl_TessCoord.x, gl_TessCoord.x));
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
}
