// Follows a header that defines: SOURCE_1D, SOURCE_2D, SOURCE_3D, SOURCE_RECT or SOURCE_MULTISAMPLE; SAMPLER (the sampler type); VALUE (vec4, ivec4 or
// uvec4); WRITE_COLOR, WRITE_DEPTH or WRITE_STENCIL; and where they apply ALPHA_IN_RED, EACH_SAMPLE, SAMPLE_COUNT (samples to average).
in vec2 v_texel;
layout(location = 1) uniform float u_layer; // layer of an array; normalised depth of a 3D texture
layout(binding = 0) uniform SAMPLER u_texture;
#ifdef WRITE_COLOR
layout(location = 0) out VALUE o_color;
#endif

VALUE fetch()
{
#if defined(SOURCE_1D)
    return textureLod(u_texture, vec2(v_texel.x / float(textureSize(u_texture, 0).x), u_layer), 0.0);
#elif defined(SOURCE_2D)
    return textureLod(u_texture, vec3(v_texel / vec2(textureSize(u_texture, 0).xy), u_layer), 0.0);
#elif defined(SOURCE_3D)
    return textureLod(u_texture, vec3(v_texel / vec2(textureSize(u_texture, 0).xy), u_layer), 0.0);
#elif defined(SOURCE_RECT)
    return texture(u_texture, v_texel);
#else
    ivec2 last = textureSize(u_texture).xy - 1;
    ivec3 place = ivec3(clamp(ivec2(floor(v_texel)), ivec2(0), last), int(u_layer));
#if defined(EACH_SAMPLE)
    return texelFetch(u_texture, place, gl_SampleID);
#else
    VALUE sum = texelFetch(u_texture, place, 0);
#if SAMPLE_COUNT > 1
    for (int i = 1; i < SAMPLE_COUNT; i++)
        sum += texelFetch(u_texture, place, i);
    sum /= float(SAMPLE_COUNT);
#endif
    return sum;
#endif
#endif
}

void main()
{
#if defined(WRITE_DEPTH)
    gl_FragDepth = fetch().r;
#elif defined(WRITE_STENCIL)
    gl_FragStencilRefARB = int(fetch().r);
#elif defined(ALPHA_IN_RED)
    o_color = fetch().aaaa;
#else
    o_color = fetch();
#endif
}
