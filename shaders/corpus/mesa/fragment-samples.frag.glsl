#version 450 core
layout(std140) uniform fs_Constants0 { vec4 fs_const0[1]; };
layout(location = 0) out vec4 fs_color0;
vec4 out0;
ivec4 out1;
vec4 temp0;
uvec4 temp1;
ivec4 temp2;

void main()
{
    out0.x = float(gl_SampleID);
    temp0.x = max(fs_const0[0].z, 0.0);
    out0.z = ((gl_SamplePosition.y * fs_const0[0].x) + temp0.x);
    out0.w = float(gl_SampleMaskIn[0]);
    temp1.x = uint(-int((uint(gl_SampleID) == 1u)));
    temp2.x = ((temp1.x != 0u) ? 0 : gl_SampleMaskIn[0]);
    out1.x = temp2.x;
    out0.y = gl_SamplePosition.x;
    fs_color0 = out0;
    gl_SampleMask[0] = out1.x;
}
