#version 450 core
layout(lines) in;
layout(line_strip, max_vertices = 8) out;
uniform uvec4 virgl_state[19];
in vec4 vs_generic0[];
out vec4 gs_generic0;
vec4 out0;
uvec4 out1;
vec4 temps0[2];
uvec4 temps2[2];
uvec4 temp6;
uvec4 temp4;
uvec4 temp7;
uvec4 temp8;
uvec4 temp9;
uvec4 addr0;
vec4 temp10;
uvec4 temp11;
uvec4 temp12;
uvec4 temp5;
uvec4 temp13;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = uintBitsToFloat(out1);
}

void main()
{
    temps0[0] = gl_in[0].gl_Position;
    temps0[1] = gl_in[1].gl_Position;
    temps2[0] = floatBitsToUint(vs_generic0[0]);
    temps2[1] = floatBitsToUint(vs_generic0[1]);
    temp6.x = uint(-int((5 >= gl_PrimitiveIDIn)));
    if ((temp6.x != 0u)) {
        temp4.x = 0u;
        for (;;) {
            temp7.x = uint(-int((int(temp4.x) >= 4)));
            if ((temp7.x != 0u)) {
                break;
            }
            temp8.x = (temp4.x & 1u);
            temp9.x = (0u + temp8.x);
            addr0.x = temp9.x;
            temp10 = temps0[min(addr0.x, 1u)];
            temp11.x = (0u + temp8.x);
            addr0.x = temp11.x;
            temp12 = temps2[min(addr0.x, 1u)];
            out0 = temp10;
            temp5.x = temp4.x;
            temp5.y = uint(gl_PrimitiveIDIn);
            temp5.z = temp12.x;
            temp5.w = 1u;
            out1 = temp5;
            finish_vertex();
            EmitVertex();
            temp13.x = uint(-int((temp4.x == 1u)));
            if ((temp13.x != 0u)) {
                EndPrimitive();
            }
            temp4.x = (temp4.x + 1u);
        }
    }
}
