#version 450 core
layout(isolines, fractional_odd_spacing, ccw, point_mode) in;
uniform uvec4 virgl_state[19];
vec4 out0;

void main()
{
    out0 = (gl_in[0].gl_Position * vec4(gl_TessCoord.x, gl_TessCoord.y, gl_TessCoord.x, gl_TessCoord.x));
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
}
