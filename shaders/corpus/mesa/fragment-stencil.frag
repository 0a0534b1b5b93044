#version 450 core
#extension GL_ARB_shader_stencil_export : require
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(location = 0) out vec4 color;
layout(depth_unchanged) out float gl_FragDepth;
void main()
{
    color = value;
    gl_FragDepth = 0.5;
    gl_FragStencilRefARB = int(gl_FragCoord.y);
}
