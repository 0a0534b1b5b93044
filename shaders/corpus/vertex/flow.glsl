#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
layout(location = 2) in vec4 in_2;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;
vec4 temp1;
uvec4 temp2;
uvec4 temp3;

void body()
{
    temp0.x = 0u;
    temp1 = in_0;
    for (;;) {
        temp2.x = uint(-int((int(temp0.x) >= 10)));
        if ((temp2.x != 0u)) {
            break;
        }
        temp0.x = (temp0.x + 1u);
        temp3.x = uint(-int((temp0.x == 5u)));
        if ((temp3.x != 0u)) {
            continue;
        }
        if ((in_1.x != 0.0)) {
            temp1 = (temp1 + in_1);
        } else {
            temp1 = (temp1 * in_2);
        }
    }
    out0 = temp1;
    if ((-in_1.y != 0.0)) {
        out1 = in_1;
        return;
    }
    out1 = in_2;
}

void main()
{
    body();
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
