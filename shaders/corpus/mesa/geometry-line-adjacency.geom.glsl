#version 450 core
layout(lines_adjacency) in;
layout(points, max_vertices = 4) out;
uniform uvec4 virgl_state[19];
out vec4 gs_generic0;
uvec4 out0;
uvec4 out1;
uvec4 temps0[4];
uvec4 temp4;
uvec4 temp6;
uvec4 temp7;
uvec4 temp8;
uvec4 addr0;
uvec4 temp9;
uvec4 temp10;
uvec4 temp11;
uvec4 temp12;
uvec4 temp13;
uvec4 temp5;

void finish_vertex()
{
    gl_Position = vec4(uintBitsToFloat(out0.x), (uintBitsToFloat(out0.y) * uintBitsToFloat(virgl_state[0].x)), uintBitsToFloat(out0.z), uintBitsToFloat(out0.w));
    gs_generic0 = uintBitsToFloat(out1);
}

void main()
{
    temps0[0] = floatBitsToUint(gl_in[0].gl_Position);
    temps0[1] = floatBitsToUint(gl_in[1].gl_Position);
    temps0[2] = floatBitsToUint(gl_in[2].gl_Position);
    temps0[3] = floatBitsToUint(gl_in[3].gl_Position);
    temp4.x = 0u;
    for (;;) {
        temp6.x = uint(-int((int(temp4.x) >= 4)));
        if ((temp6.x != 0u)) {
            break;
        }
        temp7.x = temp4.x;
        temp8.x = (0u + temp7.x);
        addr0.x = temp8.x;
        temp9 = temps0[min(addr0.x, 3u)];
        temp10.x = uint(-int(temp4.x));
        temp11.x = (3u + temp10.x);
        temp12.x = (0u + temp11.x);
        addr0.x = temp12.x;
        temp13 = temps0[min(addr0.x, 3u)];
        out0 = temp9;
        temp5.x = temp4.x;
        temp5.y = temp13.x;
        temp5.zw = uvec2(0u, 1u);
        out1 = temp5;
        finish_vertex();
        EmitVertex();
        temp4.x = (temp4.x + 1u);
    }
}
