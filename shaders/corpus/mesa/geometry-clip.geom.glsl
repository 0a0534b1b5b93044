#version 450 core
layout(triangles) in;
layout(triangle_strip, max_vertices = 3) out;
uniform uvec4 virgl_state[19];
out float gl_ClipDistance[2];
out vec4 gs_generic0;
vec4 out0;
vec4 out1;
vec4 out2;
vec4 temps0[3];
vec4 temps3[3];
vec4 temps6[3];
uvec4 temp10;
vec4 temp9;
uvec4 temp12;
uvec4 temp13;
uvec4 temp14;
uvec4 addr0;
vec4 temp15;
uvec4 temp16;
uvec4 temp17;
vec4 temp18;
uvec4 temp11;
uvec4 temp19;
uvec4 temp20;
vec4 temp21;
uvec4 temp22;
uvec4 temp23;
vec4 temp24;
vec4 temp25;
vec4 temp30;

void finish_vertex()
{
    gl_ClipDistance[0] = out1.x;
    gl_ClipDistance[1] = out1.y;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = out2;
}

void main()
{
    temps0[0] = gl_in[0].gl_Position;
    temps0[1] = gl_in[1].gl_Position;
    temps0[2] = gl_in[2].gl_Position;
    temps3[0].x = gl_in[0].gl_PointSize;
    temps3[1].x = gl_in[1].gl_PointSize;
    temps3[2].x = gl_in[2].gl_PointSize;
    temps6[0] = vec4(gl_in[0].gl_ClipDistance[0], gl_in[0].gl_ClipDistance[1], 0.0, 0.0);
    temps6[1] = vec4(gl_in[1].gl_ClipDistance[0], gl_in[1].gl_ClipDistance[1], 0.0, 0.0);
    temps6[2] = vec4(gl_in[2].gl_ClipDistance[0], gl_in[2].gl_ClipDistance[1], 0.0, 0.0);
    temp10.x = 0u;
    temp9 = vec4(0.0);
    for (;;) {
        temp12.x = uint(-int((int(temp10.x) >= 3)));
        if ((temp12.x != 0u)) {
            break;
        }
        temp13.x = temp10.x;
        temp14.x = (0u + temp13.x);
        addr0.x = temp14.x;
        temp15 = temps0[min(addr0.x, 2u)];
        temp16.x = temp10.x;
        temp17.x = (0u + temp16.x);
        addr0.x = temp17.x;
        temp18 = temps6[min(addr0.x, 2u)];
        temp11.x = (temp10.x + 1u);
        temp19.x = (temp11.x % 3u);
        temp20.x = (0u + temp19.x);
        addr0.x = temp20.x;
        temp21 = temps6[min(addr0.x, 2u)];
        temp22.x = temp10.x;
        temp23.x = (0u + temp22.x);
        addr0.x = temp23.x;
        temp24.x = temps3[min(addr0.x, 2u)].x;
        temp25.x = (temp21.y + temp24.x);
        temp9.x = temp18.x;
        temp9.y = temp25.x;
        temp30 = temp9;
        out1 = temp30;
        out0 = temp15;
        out2 = vec4(uintBitsToFloat(0x00000008u));
        finish_vertex();
        EmitVertex();
        temp10.x = temp11.x;
    }
}
