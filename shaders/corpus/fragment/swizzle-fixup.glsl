#version 450 core
uniform samplerBuffer fs_sampler0;
in vec4 vs_generic0;
layout(location = 0) out vec4 fs_color0;
uvec4 out0;
uvec4 temp0;

void main()
{
    temp0.x = uint(int(vs_generic0.x));
    temp0 = floatBitsToUint(texelFetch(fs_sampler0, int(temp0.x)).zyxw);
    out0 = temp0;
    fs_color0 = uintBitsToFloat(out0);
}
