#version 450 core
#extension GL_ARB_post_depth_coverage : require
layout(early_fragment_tests) in;
layout(post_depth_coverage) in;
layout(location = 0) out vec4 fs_color0;
vec4 out0;
vec4 temp0;

void main()
{
    temp0 = vec4(ivec4(gl_SampleMaskIn[0]));
    out0 = temp0;
    fs_color0 = out0;
}
