#version 450 core
uniform sampler2D fs_sampler0;
uniform sampler2D fs_sampler1;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;
vec4 temp1;

void main()
{
    temp0 = texture(fs_sampler0, vs_generic0.xy);
    temp1 = texture(fs_sampler1, vs_generic0.xy);
    out0 = (temp0 + temp1);
    fs_color0 = out0;
}
