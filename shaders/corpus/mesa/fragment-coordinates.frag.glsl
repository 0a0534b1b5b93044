#version 450 core
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
layout(pixel_center_integer) in vec4 gl_FragCoord;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 temp0;
vec4 temp1;
vec4 temp2;

void main()
{
    temp0.x = uint(-int((fs_const0[0].x < 0.0)));
    temp1.xy = uintBitsToFloat(mix(uvec2(0u, 0x3f800000u), uvec2(0u), notEqual(temp0.xx, uvec2(0u))));
    temp2.xy = (gl_FragCoord.xy + temp1.xy);
    out0.y = ((temp2.y * fs_const0[0].z) + fs_const0[0].w);
    out0.x = temp2.x;
    out0.z = vs_generic0.x;
    out0.w = 1.0;
    fs_color0 = out0;
}
