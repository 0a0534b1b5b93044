#version 450 core
#extension GL_ARB_shader_viewport_layer_array : require
uniform uvec4 virgl_state[19];
out vec4 vs_generic0;
vec4 out0;
ivec4 out1;
ivec4 out2;
vec4 out3;
uvec4 temp0;
uvec4 temp1;
uvec4 temp2;
vec4 temp3;

void main()
{
    temp0.xy = (uvec2(ivec2(gl_VertexID)) & uvec2(1u, 2u));
    temp1.xy = (temp0.xy << uvec2(2u, 1u));
    temp2.xy = (temp1.xy + uvec2(0xffffffffu));
    out0.xy = vec2(ivec2(temp2.xy));
    temp3.x = float(gl_InstanceID);
    out1.x = gl_InstanceID;
    out2.x = gl_InstanceID;
    out0.zw = vec2(0.0, 1.0);
    out3 = temp3.xxxx;
    gl_Position = vec4(out0.x, (out0.y * uintBitsToFloat(virgl_state[0].x)), out0.z, out0.w);
    gl_Layer = out1.x;
    gl_ViewportIndex = out2.x;
    vs_generic0 = out3;
}
