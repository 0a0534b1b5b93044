namespace VirglHost.OpenGL;

/// <content>Creation and deletion of single names.</content>
// SAFETY: GL writes one name into one local.
public sealed unsafe partial class GL
{
    /// <summary>Creates one texture object of a target (glCreateTextures).</summary>
    public uint CreateTexture(GLEnum target)
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateTextures(target, 1, &name);
        return name;
    }

    /// <summary>Reserves one texture name without a target, as glTextureView needs it (glGenTextures).</summary>
    public uint GenTexture()
    {
        uint name;
        // SAFETY: one name is written to one local.
        GenTextures(1, &name);
        return name;
    }

    /// <summary>Creates one buffer object.</summary>
    public uint CreateBuffer()
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateBuffers(1, &name);
        return name;
    }

    /// <summary>Creates one framebuffer object.</summary>
    public uint CreateFramebuffer()
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateFramebuffers(1, &name);
        return name;
    }

    /// <summary>Creates one renderbuffer object.</summary>
    public uint CreateRenderbuffer()
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateRenderbuffers(1, &name);
        return name;
    }

    /// <summary>Creates one sampler object.</summary>
    public uint CreateSampler()
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateSamplers(1, &name);
        return name;
    }

    /// <summary>Creates one vertex array object.</summary>
    public uint CreateVertexArray()
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateVertexArrays(1, &name);
        return name;
    }

    /// <summary>Creates one query object of a target.</summary>
    public uint CreateQuery(GLEnum target)
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateQueries(target, 1, &name);
        return name;
    }

    /// <summary>Reserves one query name; the object comes with its first use (glGenQueries).</summary>
    public uint GenQuery()
    {
        uint name;
        // SAFETY: one name is written to one local.
        GenQueries(1, &name);
        return name;
    }

    /// <summary>Creates one transform feedback object.</summary>
    public uint CreateTransformFeedback()
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateTransformFeedbacks(1, &name);
        return name;
    }

    /// <summary>Creates one program pipeline object.</summary>
    public uint CreateProgramPipeline()
    {
        uint name;
        // SAFETY: one name is written to one local.
        CreateProgramPipelines(1, &name);
        return name;
    }

    /// <summary>Deletes one texture. Callers outside <c>Objects</c> must also tell <see cref="GlShareGroup.ForgetTexture"/>.</summary>
    public void DeleteTexture(uint texture) => DeleteTextures([texture]);

    /// <summary>Deletes one buffer. Callers outside <c>Objects</c> must also tell <see cref="GlShareGroup.ForgetBuffer"/>.</summary>
    public void DeleteBuffer(uint buffer) => DeleteBuffers([buffer]);

    /// <summary>Deletes one framebuffer. Callers outside <c>Objects</c> must also tell <see cref="GlShareGroup.ForgetFramebuffer"/>.</summary>
    public void DeleteFramebuffer(uint framebuffer) => DeleteFramebuffers([framebuffer]);

    /// <summary>Deletes one renderbuffer.</summary>
    public void DeleteRenderbuffer(uint renderbuffer) => DeleteRenderbuffers([renderbuffer]);

    /// <summary>Deletes one sampler. Callers outside <c>Objects</c> must also tell <see cref="GlShareGroup.ForgetSampler"/>.</summary>
    public void DeleteSampler(uint sampler) => DeleteSamplers([sampler]);

    /// <summary>Deletes one vertex array. Callers outside <c>Objects</c> must also tell <see cref="GlShareGroup.ForgetVertexArray"/>.</summary>
    public void DeleteVertexArray(uint vertexArray) => DeleteVertexArrays([vertexArray]);

    /// <summary>Deletes one query.</summary>
    public void DeleteQuery(uint query) => DeleteQueries([query]);

    /// <summary>Deletes one transform feedback object.</summary>
    public void DeleteTransformFeedback(uint transformFeedback) => DeleteTransformFeedbacks([transformFeedback]);

    /// <summary>Deletes one program pipeline.</summary>
    public void DeleteProgramPipeline(uint pipeline) => DeleteProgramPipelines([pipeline]);
}
