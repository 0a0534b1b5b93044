#version 450 core
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
layout(origin_upper_left) in vec4 gl_FragCoord;
flat in vec4 vs_generic2;
in vec4 vs_generic0;
in vec4 vs_generic1;
layout(location = 2) out uvec4 fs_color2;
layout(location = 0) out vec4 fs_color0;
layout(location = 1) out ivec4 fs_color1;
layout(location = 3) out vec4 fs_color3;
layout(location = 4) out ivec4 fs_color4;
uvec4 out0;
vec4 out1;
uvec4 out2;
vec4 out3;
uvec4 out4;
uvec4 temp3;
vec4 temp0;
ivec4 temp1;
uvec4 temp2;

void main()
{
    temp3 = (floatBitsToUint(vs_generic2) * uvec4(0x000f4240u));
    out2 = temp3;
    temp0.x = ((gl_FragCoord.y * fs_const0[0].z) + fs_const0[0].w);
    temp3.w = uint(gl_FragCoord.x);
    out0.w = temp3.w;
    temp1.x = int(temp0.x);
    temp2.x = uint(-temp1.x);
    temp3.x = (0xfffffffbu + temp2.x);
    out4.x = temp3.x;
    out1 = vs_generic0;
    out0.xyz = uvec3(0xffffffffu, 0x7fc00001u, 1u);
    out3.xy = vs_generic1.xy;
    fs_color2 = out0;
    fs_color0 = out1;
    fs_color1 = ivec4(out2);
    fs_color3 = out3;
    fs_color4 = ivec4(out4);
}
