#version 450 core
in vec4 value;
in vec2 place;
flat in ivec4 number;
layout(origin_upper_left, pixel_center_integer) in vec4 gl_FragCoord;
layout(location = 0) out vec4 color;
void main() { color = vec4(gl_FragCoord.xy, value.x, 1.0); }
