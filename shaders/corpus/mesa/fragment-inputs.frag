#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(location = 0) out vec4 color[4];
void main()
{
    color[0] = gl_FragCoord;
    color[1] = vec4(gl_FrontFacing ? 1.0 : 2.0, float(gl_PrimitiveID), float(gl_HelperInvocation), float(number.y));
    color[2] = value * vec4(place, 1.0, 1.0);
    color[3] = vec4(gl_FragCoord.xy + number.xz, value.zw);
}
