#version 450 core
#extension GL_ARB_shader_draw_parameters : require
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;

void main()
{
    temp0.x = (uint(gl_VertexID) + uint(gl_InstanceID));
    temp0.y = (uint((gl_VertexID - gl_BaseVertexARB)) + uint(gl_BaseVertexARB));
    temp0.z = (uint(gl_BaseInstanceARB) + uint((gl_DrawIDARB + int(virgl_state[0].z))));
    temp0.w = 0u;
    out0 = vec4(temp0);
    out1 = in_0;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
