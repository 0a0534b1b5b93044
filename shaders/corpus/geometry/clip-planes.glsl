#version 450 core
layout(points) in;
layout(points, max_vertices = 1) out;
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
out float gl_ClipDistance[1];
out vec4 gs_generic0;
vec4 out0;
vec4 out1;

void finish_vertex()
{
    gl_ClipDistance[0] = dot(out0, state_clip_planes[0]);
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    gs_generic0 = out1;
}

void main()
{
    out0 = gl_in[0].gl_Position;
    out1 = vec4(gl_in[0].gl_ClipDistance[0], gl_in[0].gl_ClipDistance[1], gl_in[0].gl_CullDistance[0], 0.0);
    finish_vertex();
    EmitVertex();
}
