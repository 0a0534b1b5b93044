#version 450 core
//! draw points 3
//! point-size
//! size 8 8
flat out uvec4 result;
void main()
{
    gl_Position = vec4(float(gl_VertexID) * 0.5 - 0.5, 0.0, 0.0, 1.0);
    gl_PointSize = float(gl_VertexID + 1);
    result = uvec4(gl_VertexID + 1);
}
