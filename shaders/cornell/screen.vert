#version 330 core
// One triangle that covers the screen; no vertex buffer. Hands on the pixel's place, counted from the lower left corner.
uniform vec4 frame;     // width, height, and two numbers for the fragment shader
out vec2 at;

void main()
{
    vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    at = (corner * 0.5 + 0.5) * frame.xy;
    gl_Position = vec4(corner, 0.0, 1.0);
}
