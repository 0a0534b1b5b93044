#version 450 core
uniform uvec4 virgl_state[19];
layout(location = 0) in vec4 in_0;
layout(location = 1) in vec4 in_1;
out vec4 vs_generic0;
out vec4 vs_generic1;
vec4 out0;
vec4 out1;
uvec4 out2;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
uvec2 scratch0;
int scratch1;
uvec2 scratch2;

double significand(double x) { int power; return frexp(x, power); }

int exponent(double x) { int power; frexp(x, power); return power; }

void main()
{
    temp0.x = packUnorm2x16(in_0.xy);
    temp0.y = packSnorm4x8(in_0);
    temp0.z = packUnorm4x8(in_0);
    temp1 = floatBitsToUint(unpackUnorm2x16(temp0.x).xyxy);
    temp2 = floatBitsToUint(unpackSnorm4x8(temp0.y));
    temp1 = floatBitsToUint((uintBitsToFloat(temp1) + uintBitsToFloat(temp2)));
    temp2 = floatBitsToUint(unpackUnorm4x8(temp0.z));
    out1 = (uintBitsToFloat(temp1) + uintBitsToFloat(temp2));
    temp0 = floatBitsToUint(vec4(ldexp(in_0.x, floatBitsToInt(in_1.x)), ldexp(in_0.y, floatBitsToInt(in_1.y)), ldexp(in_0.z, floatBitsToInt(in_1.z)), ldexp(in_0.w, floatBitsToInt(in_1.w))));
    scratch0 = unpackDouble2x32(double(uintBitsToFloat(temp0.x)));
    temp1.xy = uvec2(scratch0.x, scratch0.y);
    scratch1 = exponent(packDouble2x32(temp1.xy));
    scratch2 = unpackDouble2x32(significand(packDouble2x32(temp1.xy)));
    temp1.xy = uvec2(scratch2.x, scratch2.y);
    temp2.x = uint(scratch1);
    temp1.x = floatBitsToUint(float(packDouble2x32(temp1.xy)));
    temp1.y = floatBitsToUint(float(int(temp2.x)));
    temp1.zw = temp0.zw;
    out2 = temp1;
    out0 = in_0;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    vs_generic0 = out1;
    vs_generic1 = uintBitsToFloat(out2);
}
