#version 450 core
layout(location = 0) out vec4 fs_color0;
vec4 out0;
uvec4 temp0;
uvec4 temp1;

void main()
{
    temp0.x = uint(max(gl_PrimitiveID, gl_Layer));
    temp1.x = (temp0.x + uint(gl_ViewportIndex));
    out0 = vec4(temp1.xxxx);
    fs_color0 = out0;
}
