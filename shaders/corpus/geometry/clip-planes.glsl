#version 450 core
layout(points) in;
layout(points, max_vertices = 1) out;
uniform uvec4 virgl_state[19];
out float gl_ClipDistance[1];
out vec4 gs_generic0;
vec4 out0;
vec4 out1;

void finish_vertex()
{
    gl_ClipDistance[0] = dot(out0, uintBitsToFloat(virgl_state[3u + 0u]));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = out1;
}

void main()
{
    out0 = gl_in[0].gl_Position;
    out1 = vec4(gl_in[0].gl_ClipDistance[0], gl_in[0].gl_ClipDistance[1], gl_in[0].gl_CullDistance[0], 0.0);
    finish_vertex();
    EmitVertex();
}
