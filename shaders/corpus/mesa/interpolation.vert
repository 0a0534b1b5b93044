#version 450 core
out vec4 smooth_value;
noperspective out vec2 straight;
flat out vec3 fixed_value;
flat out uvec2 words;
sample out vec4 sampled;
out float lone;
void main()
{
    vec2 corner = vec2((gl_VertexID & 1) * 4 - 1, (gl_VertexID & 2) * 2 - 1);
    float w = 1.0 + float(gl_VertexID);
    gl_Position = vec4(corner * w, 0.0, w);
    smooth_value = vec4(corner, w, 1.0);
    straight = corner;
    fixed_value = vec3(gl_VertexID, 0.5, -0.5);
    words = uvec2(gl_VertexID, 0xfffffff0u);
    sampled = smooth_value * 3.0;
    lone = w;
}
