#version 450 core
// A quad over the viewport; every corner carries its place in the source, in texels of the level read.
layout(location = 0) uniform vec4 u_source; // x0, y0, x1, y1; x1 < x0 mirrors
out vec2 v_texel;

void main()
{
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    v_texel = mix(u_source.xy, u_source.zw, corner);
    gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}
