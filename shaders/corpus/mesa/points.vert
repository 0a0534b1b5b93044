#version 450 core
//! draw points 1
//! point-size
//! size 8 8
out vec4 tint;
void main()
{
    gl_Position = vec4(0.0, 0.0, 0.0, 1.0);
    gl_PointSize = 6.0;
    tint = vec4(0.5);
}
