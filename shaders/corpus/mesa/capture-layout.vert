#version 450 core
//! draw points 4
//! capture-declared
layout(xfb_buffer = 0, xfb_stride = 48, xfb_offset = 16) out vec4 tint;
layout(xfb_buffer = 0, xfb_offset = 4) flat out uvec2 words;
void main()
{
    gl_Position = vec4(0.0);
    tint = vec4(gl_VertexID, 7.0, 8.0, 9.0);
    words = uvec2(gl_VertexID, 0xdeadbeefu);
}
