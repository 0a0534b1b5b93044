#version 450 core
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
layout(origin_upper_left) in vec4 gl_FragCoord;
flat in vec4 vs_generic2;
in vec4 vs_generic1;
in vec4 vs_generic0;
layout(location = 1) out vec4 fs_color1;
layout(location = 3) out vec4 fs_color3;
layout(location = 0) out vec4 fs_color0;
layout(location = 2) out vec4 fs_color2;
uvec4 out0;
vec4 out1;
vec4 out2;
vec4 out3;
uvec4 temp10;
uvec4 temp2;
vec4 temp1;
uvec4 temp3;
uvec4 temp4;
uvec4 temp6;
uvec4 temp5;
vec4 temp0;

void main()
{
    temp10 = uvec4(ivec4(-int(gl_HelperInvocation), 0, 0, 0));
    temp2 = floatBitsToUint(vec4(greaterThanEqual(vec4((gl_FrontFacing ? 1.0 : -1.0), 0.0, 0.0, 1.0), vec4(0.0))));
    temp1.y = ((gl_FragCoord.y * fs_const0[0].z) + fs_const0[0].w);
    temp3.x = temp2.x;
    temp4.x = temp3.x;
    temp6.x = ((temp4.x != 0u) ? 0x3f800000u : 0x40000000u);
    out0.x = temp6.x;
    out0.y = floatBitsToUint(float(gl_PrimitiveID));
    temp6.z = (temp10.x & 0x3f800000u);
    out0.z = temp6.z;
    temp5.xyz = floatBitsToUint(vec3(floatBitsToInt(vs_generic2.yxz)));
    temp0.xy = vs_generic1.xy;
    temp0.z = 1.0;
    out3 = (vs_generic0 * temp0.xyzz);
    temp1.xzw = gl_FragCoord.xzw;
    out1.xy = (temp1.xy + uintBitsToFloat(temp5.yz));
    out2 = temp1;
    out0.w = temp5.x;
    out1.zw = vs_generic0.zw;
    fs_color1 = uintBitsToFloat(out0);
    fs_color3 = out1;
    fs_color0 = out2;
    fs_color2 = out3;
}
