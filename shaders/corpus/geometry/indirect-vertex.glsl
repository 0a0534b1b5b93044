#version 450 core
layout(lines_adjacency) in;
layout(points, max_vertices = 4) out;
uniform uvec4 virgl_state[19];
in vec4 vs_generic3[];
in vec4 vs_generic4[];
out vec4 gs_generic0;
vec4 out0;
uvec4 out1;
vec4 out2;
uvec4 temp0;
uvec4 temp1;
uvec4 addr1;
uvec4 addr0;
uvec4 scratch0;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = uintBitsToFloat(out1);
    gl_PointSize = out2.x;
}

void main()
{
    temp0.x = 0u;
    for (;;) {
        temp1.x = uint(-int((int(temp0.x) >= 4)));
        if ((temp1.x != 0u)) {
            break;
        }
        addr1.x = temp0.x;
        temp1.x = (temp0.x & 1u);
        addr0.x = temp1.x;
        out0 = gl_in[min(addr1.x, 3u)].gl_Position;
        switch (min(addr0.x, 1u)) {
        case 0u:
            scratch0 = floatBitsToUint(vs_generic3[min(addr1.x, 3u)]);
            break;
        case 1u:
            scratch0 = floatBitsToUint(vs_generic4[min(addr1.x, 3u)]);
            break;
        }
        out1 = scratch0;
        out2.x = gl_in[min(addr1.x, 3u)].gl_PointSize;
        finish_vertex();
        EmitVertex();
        temp0.x = (temp0.x + 1u);
    }
}
