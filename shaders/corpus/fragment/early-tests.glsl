#version 450 core
layout(early_fragment_tests) in;
noperspective in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
vec4 out0;

void main()
{
    out0 = interpolateAtSample(vs_generic0, gl_SampleID);
    fs_color0 = out0;
}
