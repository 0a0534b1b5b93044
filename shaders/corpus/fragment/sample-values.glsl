#version 450 core
layout(location = 0) out vec4 fs_color0;
uvec4 out0;
uvec4 temp0;

void main()
{
    temp0.x = floatBitsToUint(float(uint(gl_SampleID)));
    temp0.yz = floatBitsToUint(vec2(gl_SamplePosition.x, gl_SamplePosition.y));
    temp0.w = (uint(gl_SampleMaskIn[0]) + uint(-int(gl_HelperInvocation)));
    out0 = temp0;
    fs_color0 = uintBitsToFloat(out0);
}
