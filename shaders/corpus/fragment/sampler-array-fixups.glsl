#version 450 core
layout(std140) uniform fs_Constants0 { uvec4 fs_const0[1]; };
uniform sampler2DShadow fs_sampler0[4];
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 addr2;
vec4 temp0;
vec4 temp1;

void main()
{
    addr2.x = fs_const0[0].x;
    temp0 = mix(mix(mix(vec4(texture(fs_sampler0[min(addr2.x, 3u)], vs_generic0.xyz)).xxxx, vec4(0.0, 0.0, 0.0, 1.0), bvec4(false, false, false, true)), mix(vec4(texture(fs_sampler0[min(addr2.x, 3u)], vs_generic0.xyz)).xxxx, vec4(0.0, 0.0, 0.0, 1.0), bvec4(true, false, false, true)), bvec4((min(addr2.x, 3u) == 2u))), vec4(texture(fs_sampler0[min(addr2.x, 3u)], vs_generic0.xyz)), bvec4((min(addr2.x, 3u) == 3u)));
    temp1 = mix(vec4(texture(fs_sampler0[2], vs_generic0.xyz)).xxxx, vec4(0.0, 0.0, 0.0, 1.0), bvec4(true, false, false, true));
    out0 = (temp0 + temp1);
    fs_color0 = out0;
}
