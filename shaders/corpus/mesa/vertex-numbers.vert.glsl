#version 450 core
#extension GL_ARB_shader_draw_parameters : require
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
out vec4 vs_generic1;
vec4 out0;
uvec4 out1;
uvec4 out2;

void main()
{
    out0 = vec4(0.0);
    out1.x = uint(gl_VertexID);
    out1.y = uint(gl_InstanceID);
    out1.z = uint(gl_BaseVertexARB);
    out1.w = uint(gl_BaseInstanceARB);
    out2.x = uint((gl_DrawIDARB + int(virgl_state[0].z)));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = uintBitsToFloat(out1);
    vs_generic1.x = uintBitsToFloat(out2.x);
}
