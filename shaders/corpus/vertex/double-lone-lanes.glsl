#version 450 core
uniform uvec4 virgl_state[19];
layout(std140) uniform vs_Constants0 { uvec4 vs_const0[2]; };
layout(location = 0) in vec4 in_0;
out vec4 vs_generic0;
vec4 out0;
vec4 out1;
uvec4 temp0;
uvec2 scratch0;
uvec4 temp1;
uvec4 temp2;

void main()
{
    temp0.xy = vs_const0[0].xy;
    out1.x = float(packDouble2x32(temp0.xy));
    temp0.xy = vs_const0[0].zw;
    scratch0 = unpackDouble2x32((packDouble2x32(temp0.xy) + packDouble2x32(temp0.xy)));
    temp1.zw = uvec2(scratch0.x, scratch0.y);
    temp2.z = uint(-int((packDouble2x32(temp0.xy) < packDouble2x32(temp0.xy))));
    temp0.xy = temp1.zw;
    out1.y = float(packDouble2x32(temp0.xy));
    temp0 = vs_const0[1];
    out1.zw = vec2(float(packDouble2x32(temp0.xy)), float(packDouble2x32(temp0.zw)));
    out0 = mix(in_0, vec4(1.0, 0.0, 0.0, 0.0), notEqual(temp2.zzzz, uvec4(0u)));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
}
