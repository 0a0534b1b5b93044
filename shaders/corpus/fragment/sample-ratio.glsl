#version 450 core
layout(location = 0) out vec4 fs_color0;
uvec4 out0;
uvec4 temp0;

void main()
{
    temp0.x = floatBitsToUint(float(uint((gl_SampleID / 2))));
    temp0.yz = floatBitsToUint(vec2(gl_SamplePosition.x, gl_SamplePosition.y));
    temp0.w = (uint(((((((((((0 | (((gl_SampleMaskIn[0] >> 0) & 1) << 0)) | (((gl_SampleMaskIn[0] >> 2) & 1) << 1)) | (((gl_SampleMaskIn[0] >> 4) & 1) << 2)) | (((gl_SampleMaskIn[0] >> 6) & 1) << 3)) | (((gl_SampleMaskIn[0] >> 8) & 1) << 4)) | (((gl_SampleMaskIn[0] >> 10) & 1) << 5)) | (((gl_SampleMaskIn[0] >> 12) & 1) << 6)) | (((gl_SampleMaskIn[0] >> 14) & 1) << 7)) != 0) ? ((((((((0 | (((gl_SampleMaskIn[0] >> 0) & 1) << 0)) | (((gl_SampleMaskIn[0] >> 2) & 1) << 1)) | (((gl_SampleMaskIn[0] >> 4) & 1) << 2)) | (((gl_SampleMaskIn[0] >> 6) & 1) << 3)) | (((gl_SampleMaskIn[0] >> 8) & 1) << 4)) | (((gl_SampleMaskIn[0] >> 10) & 1) << 5)) | (((gl_SampleMaskIn[0] >> 12) & 1) << 6)) | (((gl_SampleMaskIn[0] >> 14) & 1) << 7)) : ((((((((0 | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 0) & 1) << 0)) | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 2) & 1) << 1)) | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 4) & 1) << 2)) | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 6) & 1) << 3)) | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 8) & 1) << 4)) | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 10) & 1) << 5)) | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 12) & 1) << 6)) | ((((gl_SampleMaskIn[0] | (gl_SampleMaskIn[0] >> 1)) >> 14) & 1) << 7)))) + uint(-int(gl_HelperInvocation)));
    out0 = temp0;
    fs_color0 = uintBitsToFloat(out0);
}
