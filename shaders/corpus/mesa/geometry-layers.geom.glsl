#version 450 core
layout(triangles, invocations = 3) in;
layout(triangle_strip, max_vertices = 3) out;
uniform uvec4 virgl_state[19];
in vec4 vs_generic0[];
out vec4 gs_generic0;
vec4 out0;
ivec4 out1;
uvec4 out2;
uvec4 out3;
vec4 temps0[3];
uvec4 temps3[3];
uvec4 temp6;
uvec4 temp8;
uvec4 temp9;
uvec4 temp10;
uvec4 addr0;
vec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 temp14;
uvec4 temp15;
uvec4 temp16;
uvec4 temp7;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gl_Layer = out1.x;
    gl_ViewportIndex = int(out2.x);
    gs_generic0 = uintBitsToFloat(out3);
}

void main()
{
    temps0[0] = gl_in[0].gl_Position;
    temps0[1] = gl_in[1].gl_Position;
    temps0[2] = gl_in[2].gl_Position;
    temps3[0] = floatBitsToUint(vs_generic0[0]);
    temps3[1] = floatBitsToUint(vs_generic0[1]);
    temps3[2] = floatBitsToUint(vs_generic0[2]);
    temp6.x = 0u;
    for (;;) {
        temp8.x = uint(-int((int(temp6.x) >= 3)));
        if ((temp8.x != 0u)) {
            break;
        }
        temp9.x = temp6.x;
        temp10.x = (0u + temp9.x);
        addr0.x = temp10.x;
        temp11 = temps0[min(addr0.x, 2u)];
        temp12.x = uint(-gl_InvocationID);
        temp13.x = (2u + temp12.x);
        temp14.x = temp6.x;
        temp15.x = (0u + temp14.x);
        addr0.x = temp15.x;
        temp16 = temps3[min(addr0.x, 2u)];
        out2.x = temp13.x;
        out1.x = gl_InvocationID;
        out0 = temp11;
        temp7.x = uint(gl_InvocationID);
        temp7.y = temp16.w;
        temp7.zw = uvec2(5u, 6u);
        out3 = temp7;
        finish_vertex();
        EmitVertex();
        temp6.x = (temp6.x + 1u);
    }
    EndPrimitive();
}
