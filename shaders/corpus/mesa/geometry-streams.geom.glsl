#version 450 core
layout(points) in;
layout(points, max_vertices = 4) out;
uniform uvec4 virgl_state[19];
in vec4 vs_generic0[];
out vec4 gs_generic0;
layout(stream = 1) out vec4 gs_generic1;
vec4 out0;
uvec4 out1;
vec4 out2;
uvec4 temp0;
uvec4 temp4;
uvec4 temp2;
vec4 temp1;
vec4 temp3;

void finish_vertex()
{
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gs_generic0 = uintBitsToFloat(out1);
    gs_generic1 = out2;
}

void main()
{
    temp0.x = 0u;
    for (;;) {
        temp4.x = uint(-int((int(temp0.x) >= 2)));
        if ((temp4.x != 0u)) {
            break;
        }
        out0 = vec4(0.0);
        temp2.x = floatBitsToUint(vs_generic0[0].x);
        temp2.y = temp0.x;
        temp2.zw = uvec2(3u, 4u);
        out1 = temp2;
        finish_vertex();
        EmitStreamVertex(0);
        EndStreamPrimitive(0);
        temp0.x = (temp0.x + 1u);
        temp1 = vec4(0.0);
    }
    out0 = temp1;
    out1 = temp2;
    temp3.x = vs_generic0[0].x;
    temp3.yzw = vec3(uintBitsToFloat(0x0000000au), uintBitsToFloat(0x0000000bu), uintBitsToFloat(0x0000000cu));
    out2 = temp3;
    finish_vertex();
    EmitStreamVertex(1);
}
