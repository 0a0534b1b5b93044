#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
//! samples 4
//! sample-shading
layout(location = 0) out vec4 color;
void main()
{
    color = vec4(float(gl_SampleID), gl_SamplePosition, float(gl_SampleMaskIn[0]));
    gl_SampleMask[0] = gl_SampleID == 1 ? 0 : gl_SampleMaskIn[0];
}
