#version 450 core
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    if (any(lessThan(vs_generic0, vec4(0.0)))) {
        discard;
    }
    if ((-vs_generic0.x < 0.0)) {
        discard;
    }
    if ((vs_generic0.y != 0.0)) {
        discard;
    }
    out0 = vs_generic0;
    fs_color0 = out0;
}
