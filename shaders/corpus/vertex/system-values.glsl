#version 450 core
#extension GL_ARB_shader_draw_parameters : require
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
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;

void main()
{
    temp0.x = (uint(gl_VertexID) + uint(gl_InstanceID));
    temp0.y = (uint((gl_VertexID - gl_BaseVertexARB)) + uint(gl_BaseVertexARB));
    temp0.z = (uint(gl_BaseInstanceARB) + uint((gl_DrawIDARB + state_draw_id_base)));
    temp0.w = 0u;
    out0 = vec4(temp0);
    out1 = in_0;
    gl_Position = vec4(out0.x, (out0.y * state_winsys_y), out0.z, out0.w);
    vs_generic0 = out1;
}
