#version 450 core
layout(triangles_adjacency) in;
layout(points, max_vertices = 6) out;
uniform uvec4 virgl_state[19];
in vec4 vs_generic0[];
out vec4 gs_generic0;
vec4 out0;
vec4 out1;
uvec4 out2;
vec4 temps0[6];
uvec4 temp6;
uvec4 temp8;
vec4 temp9;
vec4 temp10;
vec4 temp7;
uvec4 temp11;
uvec4 temp12;
uvec4 addr0;
vec4 temp13;
uvec4 temp14;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gl_PointSize = out1.x;
    gs_generic0 = uintBitsToFloat(out2);
}

void main()
{
    temps0[0].xy = vs_generic0[0].xy;
    temps0[1].xy = vs_generic0[1].xy;
    temps0[2].xy = vs_generic0[2].xy;
    temps0[3].xy = vs_generic0[3].xy;
    temps0[4].xy = vs_generic0[4].xy;
    temps0[5].xy = vs_generic0[5].xy;
    temp6.x = 0u;
    for (;;) {
        temp8.x = uint(-int((int(temp6.x) >= 6)));
        if ((temp8.x != 0u)) {
            break;
        }
        temp9.x = float(int(temp6.x));
        temp10.x = (temp9.x / 4.0);
        temp7.x = (temp10.x + -0.75);
        temp11.x = temp6.x;
        temp12.x = (0u + temp11.x);
        addr0.x = temp12.x;
        temp13.xy = temps0[min(addr0.x, 5u)].xy;
        temp7.y = (temp13.x * 0.5);
        temp6.x = (temp6.x + 1u);
        out1.x = 2.0;
        temp7.zw = vec2(0.0, 1.0);
        out0 = temp7;
        temp14 = temp6.xxxx;
        out2 = temp14;
        finish_vertex();
        EmitVertex();
    }
}
