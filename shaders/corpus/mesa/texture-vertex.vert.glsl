#version 450 core
uniform uvec4 virgl_state[19];
uniform sampler2D vs_sampler0;
uniform isampler2DArray vs_sampler1;
uniform samplerBuffer vs_sampler2;
uniform samplerCubeArrayShadow vs_sampler3;
out vec4 vs_generic0;
vec4 out0;
uvec4 out1;
uvec4 temp1;
uvec4 temp2;
uvec4 temp3;
uvec4 temp8;
uvec4 temp4;
ivec4 temp0;
uvec4 temp5;
uvec4 temp6;
uvec4 temp7;

void main()
{
    temp1.xy = (uvec2(ivec2(gl_VertexID)) & uvec2(1u, 2u));
    temp2.xy = (temp1.xy << uvec2(2u, 1u));
    temp3.xy = (temp2.xy + uvec2(0xffffffffu));
    out0.xy = vec2(ivec2(temp3.xy));
    temp8 = uvec4(0x3e99999au, 0x3f333333u, 0x3f800000u, 0u);
    temp4 = floatBitsToUint(textureLod(vs_sampler0, uintBitsToFloat(temp8.xy), uintBitsToFloat(temp8.z)));
    temp0.xy = ivec2(3, 2);
    temp0.z = gl_VertexID;
    temp0.w = 0;
    temp5 = uvec4(texelFetch(vs_sampler1, temp0.xyz, temp0.w));
    temp8 = uvec4(5u, 0u, 0x3ecccccdu, 0x3e4ccccdu);
    temp6 = floatBitsToUint(texelFetch(vs_sampler2, int(temp8.x)));
    temp8 = uvec4(0x3f800000u, 0x3e4ccccdu, 0x3e99999au, 0u);
    temp7.x = floatBitsToUint(vec4(texture(vs_sampler3, uintBitsToFloat(temp8.xyzx), uintBitsToFloat(0x3ecccccdu))).x);
    out0.zw = vec2(0.0, 1.0);
    out1.x = temp4.x;
    out1.y = temp5.x;
    out1.z = temp6.x;
    out1.w = temp7.x;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = uintBitsToFloat(out1);
}
