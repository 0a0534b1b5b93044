#version 450 core
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
out vec4 vs_generic1;
out vec4 vs_generic2;
out vec4 vs_generic3;
vec4 out0;
vec4 out1;
vec4 out2;
vec4 out3;
uvec4 out4;
uvec4 out5;
uvec4 temp5;
uvec4 temp3;
uvec4 temp6;
uvec4 temp4;
uvec4 temp7;
uvec4 temp8;
uvec4 addr0;
uvec4 temps0[3];
uvec4 temp9;

void main()
{
    out0.x = float(gl_VertexID);
    temp5.x = (uint(gl_VertexID) * 10u);
    out2.z = float(int(temp5.x));
    temp3.x = 0u;
    for (;;) {
        temp6.x = uint(-int((int(temp3.x) >= 3)));
        if ((temp6.x != 0u)) {
            break;
        }
        temp4.x = temp3.x;
        temp4.y = uint(gl_VertexID);
        temp7.x = temp3.x;
        temp8.x = (0u + temp7.x);
        addr0.x = temp8.x;
        temps0[min(addr0.x, 2u)].xy = temp4.xy;
        temp3.x = (temp3.x + 1u);
    }
    out1.x = 2.0;
    out0.yzw = vec3(1.0, 2.0, 3.0);
    out4.xy = temps0[0].xy;
    temp9.xy = temps0[1].xy;
    out5.xy = temps0[2].xy;
    out2.w = 4.0;
    out3.x = 5.0;
    out4.zw = temp9.xy;
    out2.xy = vec2(-1.0, -2.0);
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gl_PointSize = out1.x;
    vs_generic0 = out2;
    vs_generic1.x = out3.x;
    vs_generic2 = uintBitsToFloat(out4);
    vs_generic3.xy = uintBitsToFloat(out5.xy);
}
