#version 450 core
#extension GL_ARB_shader_draw_parameters : require
//! draw points 3 4 5 6
//! capture numbers more
flat out ivec4 numbers;
flat out int more;
void main()
{
    numbers = ivec4(gl_VertexID, gl_InstanceID, gl_BaseVertexARB, gl_BaseInstanceARB);
    more = gl_DrawIDARB;
    gl_Position = vec4(0.0);
}
