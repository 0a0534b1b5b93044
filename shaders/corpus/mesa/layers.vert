#version 450 core
#extension GL_ARB_shader_viewport_layer_array : require
//! layers 3
//! draw triangles 3 3
//! viewports 3
out vec4 tint;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    gl_Position = vec4(corner, 0.0, 1.0);
    gl_Layer = gl_InstanceID;
    gl_ViewportIndex = gl_InstanceID;
    tint = vec4(gl_InstanceID);
}
