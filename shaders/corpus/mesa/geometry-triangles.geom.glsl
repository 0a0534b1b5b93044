#version 450 core
layout(triangles) in;
layout(triangle_strip, max_vertices = 6) out;
uniform uvec4 virgl_state[19];
layout(std140) uniform gs_Constants0 { uvec4 gs_const0[1]; };
in vec4 vs_generic0[];
in vec4 vs_generic1[];
out vec4 gs_generic0;
out vec4 gs_generic1;
vec4 out0;
uvec4 out1;
vec4 out2;
uvec4 out3;
vec4 temps0[3];
vec4 temps3[3];
uvec4 temp6;
uvec4 temp8;
uvec4 temp7;
uvec4 temp9;
uvec4 temp10;
vec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 addr0;
vec4 temp14;
vec4 temp15;
uvec4 temp16;
uvec4 temp17;
uvec4 temp18;
uvec4 temp19;
vec4 temp20;
uvec4 temp21;
uvec4 temp22;
uvec4 temp23;
uvec4 temp24;
uvec4 temp25;
uvec4 temp26;
uvec4 temp27;
uvec4 temp28;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gl_PrimitiveID = int(out1.x);
    gs_generic0 = out2;
    gs_generic1.x = uintBitsToFloat(out3.x);
}

void main()
{
    temps0[0] = gl_in[0].gl_Position;
    temps0[1] = gl_in[1].gl_Position;
    temps0[2] = gl_in[2].gl_Position;
    temps3[0] = vs_generic0[0];
    temps3[1] = vs_generic0[1];
    temps3[2] = vs_generic0[2];
    temp6.x = 0u;
    for (;;) {
        temp8.x = uint(-int((int(temp6.x) >= 2)));
        if ((temp8.x != 0u)) {
            break;
        }
        temp7.x = 0u;
        for (;;) {
            temp9.x = uint(-int((int(temp7.x) >= 3)));
            if ((temp9.x != 0u)) {
                break;
            }
            temp10.x = uint(-int((temp6.x == 0u)));
            temp11.x = uintBitsToFloat(((temp10.x != 0u) ? 0x3f800000u : 0x3f000000u));
            temp12.x = temp7.x;
            temp13.x = (0u + temp12.x);
            addr0.x = temp13.x;
            temp14 = temps0[min(addr0.x, 2u)];
            temp15 = (temp14 * temp11.xxxx);
            temp16.xy = (temp7.xx + uvec2(8u, 1u));
            temp17.x = (temp16.x + gs_const0[0].x);
            temp18.x = (temp17.x % 3u);
            temp19.x = (0u + temp18.x);
            addr0.x = temp19.x;
            temp20 = temps3[min(addr0.x, 2u)];
            temp21.x = (floatBitsToUint(vs_generic1[1].x) * 10u);
            temp22.x = (floatBitsToUint(vs_generic1[0].x) + temp21.x);
            temp23.x = (floatBitsToUint(vs_generic1[2].x) * 100u);
            temp24.x = (temp22.x + temp23.x);
            temp25.x = (temp6.x * 1000u);
            temp26.x = (temp24.x + temp25.x);
            temp27.x = (temp26.x + uint(gl_PrimitiveIDIn));
            temp28.x = (40u + temp6.x);
            out1.x = temp28.x;
            out0 = temp15;
            out2 = temp20;
            out3.x = temp27.x;
            finish_vertex();
            EmitVertex();
            temp7.x = temp16.y;
        }
        EndPrimitive();
        temp6.x = (temp6.x + 1u);
    }
}
