#version 450 core
layout(points) in;
layout(points, max_vertices = 1) out;
uniform uvec4 virgl_state[19];
out float gl_ClipDistance[3];
in vec4 vs_clipvertex0[];
vec4 out0;
vec4 out1;

void finish_vertex()
{
    gl_ClipDistance[0] = dot(out1, uintBitsToFloat(virgl_state[3u + 0u]));
    gl_ClipDistance[1] = 0.0;
    gl_ClipDistance[2] = dot(out1, uintBitsToFloat(virgl_state[3u + 2u]));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
}

void main()
{
    out0 = gl_in[0].gl_Position;
    out1 = vs_clipvertex0[0].yxzw;
    finish_vertex();
    EmitVertex();
}
