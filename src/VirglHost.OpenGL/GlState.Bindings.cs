namespace VirglHost.OpenGL;

/// <content>Bound objects and pixel layouts, and their forgetting when names are deleted.</content>
public sealed partial class GlState
{
    /// <summary>Framebuffer drawn to.</summary>
    public void SetDrawFramebuffer(uint name)
    {
        if (_now.Single.DrawFramebuffer.Change(name)) _gl.BindFramebuffer(GLEnum.DrawFramebuffer, name);
    }

    /// <summary>Framebuffer read from.</summary>
    public void SetReadFramebuffer(uint name)
    {
        if (_now.Single.ReadFramebuffer.Change(name)) _gl.BindFramebuffer(GLEnum.ReadFramebuffer, name);
    }

    /// <summary>Program in use.</summary>
    public void SetProgram(uint name)
    {
        if (_now.Single.Program.Change(name)) _gl.UseProgram(name);
    }

    /// <summary>Vertex array in use.</summary>
    public void SetVertexArray(uint name)
    {
        if (_now.Single.VertexArray.Change(name)) _gl.BindVertexArray(name);
    }

    /// <summary>Transform feedback object in use; GL refuses a change while it is active and not paused.</summary>
    public void SetTransformFeedback(uint name)
    {
        if (_now.Single.TransformFeedback.Change(name)) _gl.BindTransformFeedback(GLEnum.TransformFeedback, name);
    }

    /// <summary>Texture of a unit, bound to its own target.</summary>
    public void SetTexture(uint unit, uint name)
    {
        if (_now.Textures[unit].Change(name)) _gl.BindTextureUnit(unit, name);
    }

    /// <summary>Sampler of a texture unit, 0 for the texture's own parameters.</summary>
    public void SetSampler(uint unit, uint name)
    {
        if (_now.Samplers[unit].Change(name)) _gl.BindSampler(unit, name);
    }

    /// <summary>Texture level of an image unit.</summary>
    public void SetImage(uint unit, in GlImage value)
    {
        if (!_now.Images[unit].Change(value)) return;
        if (value.Texture == 0) _gl.BindImageTexture(unit, 0, 0, false, 0, GLEnum.ReadOnly, GLEnum.R8);
        else _gl.BindImageTexture(unit, value.Texture, value.Level, value.Layered, value.Layer, value.Access, value.Format);
    }

    /// <summary>Range behind a uniform block binding.</summary>
    public void SetUniformBuffer(uint index, in GlBufferRange value) => SetRange(ref _now.UniformBuffers[index], GLEnum.UniformBuffer, index, value);

    /// <summary>Range behind a shader storage block binding.</summary>
    public void SetStorageBuffer(uint index, in GlBufferRange value) => SetRange(ref _now.StorageBuffers[index], GLEnum.ShaderStorageBuffer, index, value);

    /// <summary>Range behind an atomic counter binding.</summary>
    public void SetAtomicBuffer(uint index, in GlBufferRange value) => SetRange(ref _now.AtomicBuffers[index], GLEnum.AtomicCounterBuffer, index, value);

    /// <summary>Buffer that pixels are read back into, 0 for client memory.</summary>
    public void SetPackBuffer(uint name) => SetBuffer(ref _now.Single.PackBuffer, GLEnum.PixelPackBuffer, name);

    /// <summary>Buffer that pixels are uploaded from, 0 for client memory.</summary>
    public void SetUnpackBuffer(uint name) => SetBuffer(ref _now.Single.UnpackBuffer, GLEnum.PixelUnpackBuffer, name);

    /// <summary>Buffer of indirect draws.</summary>
    public void SetDrawIndirectBuffer(uint name) => SetBuffer(ref _now.Single.DrawIndirectBuffer, GLEnum.DrawIndirectBuffer, name);

    /// <summary>Buffer of indirect dispatches.</summary>
    public void SetDispatchIndirectBuffer(uint name) => SetBuffer(ref _now.Single.DispatchIndirectBuffer, GLEnum.DispatchIndirectBuffer, name);

    /// <summary>Buffer of the draw counts of indirect draws; needs <see cref="GlFeature.IndirectParameters"/>.</summary>
    public void SetParameterBuffer(uint name) => SetBuffer(ref _now.Single.ParameterBuffer, GLEnum.ParameterBuffer, name);

    /// <summary>Buffer that query results go to, 0 for client memory.</summary>
    public void SetQueryBuffer(uint name) => SetBuffer(ref _now.Single.QueryBuffer, GLEnum.QueryBuffer, name);

    /// <summary>Filtering across cube map edges.</summary>
    public void SetSeamlessCubeMap(bool on) => SetSwitch(ref _now.Single.SeamlessCubeMap, GLEnum.TextureCubeMapSeamless, on);

    /// <summary>Layout of pixels read back.</summary>
    public void SetPack(in GlPixelStore value)
    {
        ref Cached<GlPixelStore> cached = ref _now.Single.Pack;
        if (cached.Holds(value)) return;
        GlPixelStore old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || old.Alignment != value.Alignment) _gl.PixelStorei(GLEnum.PackAlignment, value.Alignment);
        if (all || old.RowLength != value.RowLength) _gl.PixelStorei(GLEnum.PackRowLength, value.RowLength);
        if (all || old.ImageHeight != value.ImageHeight) _gl.PixelStorei(GLEnum.PackImageHeight, value.ImageHeight);
        if (all || old.SkipPixels != value.SkipPixels) _gl.PixelStorei(GLEnum.PackSkipPixels, value.SkipPixels);
        if (all || old.SkipRows != value.SkipRows) _gl.PixelStorei(GLEnum.PackSkipRows, value.SkipRows);
        if (all || old.SkipImages != value.SkipImages) _gl.PixelStorei(GLEnum.PackSkipImages, value.SkipImages);
        cached = Cached<GlPixelStore>.Of(value);
    }

    /// <summary>Layout of pixels uploaded.</summary>
    public void SetUnpack(in GlPixelStore value)
    {
        ref Cached<GlPixelStore> cached = ref _now.Single.Unpack;
        if (cached.Holds(value)) return;
        GlPixelStore old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || old.Alignment != value.Alignment) _gl.PixelStorei(GLEnum.UnpackAlignment, value.Alignment);
        if (all || old.RowLength != value.RowLength) _gl.PixelStorei(GLEnum.UnpackRowLength, value.RowLength);
        if (all || old.ImageHeight != value.ImageHeight) _gl.PixelStorei(GLEnum.UnpackImageHeight, value.ImageHeight);
        if (all || old.SkipPixels != value.SkipPixels) _gl.PixelStorei(GLEnum.UnpackSkipPixels, value.SkipPixels);
        if (all || old.SkipRows != value.SkipRows) _gl.PixelStorei(GLEnum.UnpackSkipRows, value.SkipRows);
        if (all || old.SkipImages != value.SkipImages) _gl.PixelStorei(GLEnum.UnpackSkipImages, value.SkipImages);
        cached = Cached<GlPixelStore>.Of(value);
    }

    internal void ForgetTexture(uint name)
    {
        if (name == 0) return;
        Forget(_now.Textures, name);
        foreach (ref Cached<GlImage> image in _now.Images.AsSpan())
        {
            if (image.Value.Texture == name) image = default;
        }

        for (int i = 0; i < _depth; i++)
        {
            Forget(_saved[i]!.Textures, name);
            foreach (ref Cached<GlImage> image in _saved[i]!.Images.AsSpan())
            {
                if (image.Value.Texture == name) image = default;
            }
        }
    }

    internal void ForgetSampler(uint name)
    {
        if (name == 0) return;
        Forget(_now.Samplers, name);
        for (int i = 0; i < _depth; i++) Forget(_saved[i]!.Samplers, name);
    }

    internal void ForgetBuffer(uint name)
    {
        if (name == 0) return;
        ForgetBuffer(_now, name);
        for (int i = 0; i < _depth; i++) ForgetBuffer(_saved[i]!, name);
    }

    internal void ForgetProgram(uint name)
    {
        // A program in use outlives its deletion, so only another context's next use of a recycled name is at stake.
        Forget(ref _now.Single.Program, name);
        for (int i = 0; i < _depth; i++) Forget(ref _saved[i]!.Single.Program, name);
    }

    internal void ForgetFramebuffer(uint name)
    {
        Forget(ref _now.Single.DrawFramebuffer, name);
        Forget(ref _now.Single.ReadFramebuffer, name);
        for (int i = 0; i < _depth; i++)
        {
            Forget(ref _saved[i]!.Single.DrawFramebuffer, name);
            Forget(ref _saved[i]!.Single.ReadFramebuffer, name);
        }
    }

    internal void ForgetVertexArray(uint name)
    {
        Forget(ref _now.Single.VertexArray, name);
        for (int i = 0; i < _depth; i++) Forget(ref _saved[i]!.Single.VertexArray, name);
    }

    internal void ForgetTransformFeedback(uint name)
    {
        Forget(ref _now.Single.TransformFeedback, name);
        for (int i = 0; i < _depth; i++) Forget(ref _saved[i]!.Single.TransformFeedback, name);
    }

    private static void Forget(Cached<uint>[] cached, uint name)
    {
        foreach (ref Cached<uint> entry in cached.AsSpan())
        {
            if (entry.Value == name) entry = default;
        }
    }

    private static void Forget(ref Cached<uint> cached, uint name)
    {
        if (name != 0 && cached.Value == name) cached = default;
    }

    private static void ForgetBuffer(GlStateValues values, uint name)
    {
        Forget(values.UniformBuffers, name);
        Forget(values.StorageBuffers, name);
        Forget(values.AtomicBuffers, name);
        Forget(ref values.Single.PackBuffer, name);
        Forget(ref values.Single.UnpackBuffer, name);
        Forget(ref values.Single.DrawIndirectBuffer, name);
        Forget(ref values.Single.DispatchIndirectBuffer, name);
        Forget(ref values.Single.ParameterBuffer, name);
        Forget(ref values.Single.QueryBuffer, name);
    }

    private static void Forget(Cached<GlBufferRange>[] cached, uint name)
    {
        foreach (ref Cached<GlBufferRange> entry in cached.AsSpan())
        {
            if (entry.Value.Buffer == name) entry = default;
        }
    }

    private void SetRange(ref Cached<GlBufferRange> cached, GLEnum target, uint index, in GlBufferRange value)
    {
        if (!cached.Change(value)) return;
        if (value.Buffer == 0) _gl.BindBufferBase(target, index, 0);
        else _gl.BindBufferRange(target, index, value.Buffer, value.Offset, value.Size);
    }

    private void SetBuffer(ref Cached<uint> cached, GLEnum target, uint name)
    {
        if (cached.Change(name)) _gl.BindBuffer(target, name);
    }

    private void RestoreBindings(GlStateValues to)
    {
        ref GlStateValues.Scalars one = ref to.Single;
        if (one.DrawFramebuffer.IsKnown) SetDrawFramebuffer(one.DrawFramebuffer.Value);
        if (one.ReadFramebuffer.IsKnown) SetReadFramebuffer(one.ReadFramebuffer.Value);
        if (one.Program.IsKnown) SetProgram(one.Program.Value);
        if (one.VertexArray.IsKnown) SetVertexArray(one.VertexArray.Value);
        if (one.TransformFeedback.IsKnown) SetTransformFeedback(one.TransformFeedback.Value);
        if (one.PackBuffer.IsKnown) SetPackBuffer(one.PackBuffer.Value);
        if (one.UnpackBuffer.IsKnown) SetUnpackBuffer(one.UnpackBuffer.Value);
        if (one.DrawIndirectBuffer.IsKnown) SetDrawIndirectBuffer(one.DrawIndirectBuffer.Value);
        if (one.DispatchIndirectBuffer.IsKnown) SetDispatchIndirectBuffer(one.DispatchIndirectBuffer.Value);
        if (one.ParameterBuffer.IsKnown) SetParameterBuffer(one.ParameterBuffer.Value);
        if (one.QueryBuffer.IsKnown) SetQueryBuffer(one.QueryBuffer.Value);
        if (one.SeamlessCubeMap.IsKnown) SetSeamlessCubeMap(one.SeamlessCubeMap.Value);
        if (one.Pack.IsKnown) SetPack(one.Pack.Value);
        if (one.Unpack.IsKnown) SetUnpack(one.Unpack.Value);
        RestoreUnits(to);
    }

    private void RestoreUnits(GlStateValues to)
    {
        for (uint i = 0; i < to.Textures.Length; i++)
        {
            if (to.Textures[i].IsKnown) SetTexture(i, to.Textures[i].Value);
            if (to.Samplers[i].IsKnown) SetSampler(i, to.Samplers[i].Value);
        }

        for (uint i = 0; i < to.Images.Length; i++)
        {
            if (to.Images[i].IsKnown) SetImage(i, to.Images[i].Value);
        }

        for (uint i = 0; i < to.UniformBuffers.Length; i++)
        {
            if (to.UniformBuffers[i].IsKnown) SetUniformBuffer(i, to.UniformBuffers[i].Value);
        }

        for (uint i = 0; i < to.StorageBuffers.Length; i++)
        {
            if (to.StorageBuffers[i].IsKnown) SetStorageBuffer(i, to.StorageBuffers[i].Value);
        }

        for (uint i = 0; i < to.AtomicBuffers.Length; i++)
        {
            if (to.AtomicBuffers[i].IsKnown) SetAtomicBuffer(i, to.AtomicBuffers[i].Value);
        }
    }
}
