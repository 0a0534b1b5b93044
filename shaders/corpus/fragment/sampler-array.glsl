#version 450 core
layout(std140) uniform fs_Constants0 { uvec4 fs_const0[1]; };
uniform sampler2D fs_sampler1[2];
uniform sampler2D fs_sampler0;
uniform samplerCube fs_sampler3;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 addr2;
vec4 temp0;
vec4 temp1;
vec4 temp2;

void main()
{
    addr2.x = fs_const0[0].x;
    temp0 = texture(fs_sampler1[min(addr2.x, 1u)], vs_generic0.xy);
    temp1 = texture(fs_sampler1[1], vs_generic0.xy);
    temp2 = texture(fs_sampler0, vs_generic0.xy);
    temp0 = (temp0 + temp1);
    temp0 = (temp0 + temp2);
    temp1 = texture(fs_sampler3, vs_generic0.xyz);
    out0 = (temp0 + temp1);
    fs_color0 = out0;
}
