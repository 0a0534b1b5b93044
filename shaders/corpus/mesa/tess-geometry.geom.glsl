#version 450 core
layout(triangles) in;
layout(triangle_strip, max_vertices = 3) out;
uniform uvec4 virgl_state[19];
in vec4 te_generic0[];
out vec4 gs_generic0;
vec4 out0;
vec4 out1;
vec4 temps0[3];
vec4 temps3[3];
uvec4 temp6;
uvec4 temp7;
uvec4 temp8;
uvec4 temp9;
uvec4 addr0;
vec4 temp10;
uvec4 temp11;
uvec4 temp12;
vec4 temp13;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = out1;
}

void main()
{
    temps0[0] = gl_in[0].gl_Position;
    temps0[1] = gl_in[1].gl_Position;
    temps0[2] = gl_in[2].gl_Position;
    temps3[0] = te_generic0[0];
    temps3[1] = te_generic0[1];
    temps3[2] = te_generic0[2];
    temp6.x = 0u;
    for (;;) {
        temp7.x = uint(-int((int(temp6.x) >= 3)));
        if ((temp7.x != 0u)) {
            break;
        }
        temp8.x = temp6.x;
        temp9.x = (0u + temp8.x);
        addr0.x = temp9.x;
        temp10 = temps0[min(addr0.x, 2u)];
        temp11.x = temp6.x;
        temp12.x = (0u + temp11.x);
        addr0.x = temp12.x;
        temp13 = temps3[min(addr0.x, 2u)];
        out0 = temp10;
        out1 = temp13;
        finish_vertex();
        EmitVertex();
        temp6.x = (temp6.x + 1u);
    }
}
