using VirglHost.OpenGL.Objects;

namespace VirglHost.OpenGL;

/// <content>
/// Pixel and buffer transfers from and to spans. Uploads check that the span holds what GL will read: tightly packed pixels, or the
/// layout given, which the caller must have set through <see cref="GlState.SetUnpack"/>; no unpack buffer may be bound.
/// </content>
// SAFETY: spans are pinned for the call and long enough for it; each method says why.
public sealed unsafe partial class GL
{
    /// <summary>Allocates immutable storage without initial contents.</summary>
    public void NamedBufferStorage(uint buffer, nuint size, GLEnum flags) => NamedBufferStorage(buffer, size, null, flags);

    /// <summary>Allocates mutable storage without initial contents.</summary>
    public void NamedBufferData(uint buffer, nuint size, GLEnum usage) => NamedBufferData(buffer, size, null, usage);

    /// <summary>Uploads tightly packed pixels.</summary>
    public void TextureSubImage1D(uint texture, int level, int x, uint width, GLEnum format, GLEnum type, ReadOnlySpan<byte> data)
        => TextureSubImage1D(texture, level, x, width, format, type, data, GlPixelStore.Tight);

    /// <summary>Uploads pixels laid out as <paramref name="layout"/> says.</summary>
    public void TextureSubImage1D(uint texture, int level, int x, uint width, GLEnum format, GLEnum type, ReadOnlySpan<byte> data, in GlPixelStore layout)
    {
        RequireLength(data.Length, layout.RequiredBytes(width, 1, 1, format, type));
        // SAFETY: pinned for the call; the length check above covers every byte GL reads.
        fixed (byte* pointer = data) TextureSubImage1D(texture, level, x, width, format, type, (void*)pointer);
    }

    /// <summary>Uploads tightly packed pixels.</summary>
    public void TextureSubImage2D(uint texture, int level, int x, int y, uint width, uint height, GLEnum format, GLEnum type, ReadOnlySpan<byte> data)
        => TextureSubImage2D(texture, level, x, y, width, height, format, type, data, GlPixelStore.Tight);

    /// <summary>Uploads pixels laid out as <paramref name="layout"/> says.</summary>
    public void TextureSubImage2D(uint texture, int level, int x, int y, uint width, uint height, GLEnum format, GLEnum type,
        ReadOnlySpan<byte> data, in GlPixelStore layout)
    {
        RequireLength(data.Length, layout.RequiredBytes(width, height, 1, format, type));
        // SAFETY: pinned for the call; the length check above covers every byte GL reads.
        fixed (byte* pointer = data) TextureSubImage2D(texture, level, x, y, width, height, format, type, (void*)pointer);
    }

    /// <summary>Uploads tightly packed pixels.</summary>
    public void TextureSubImage3D(uint texture, int level, int x, int y, int z, uint width, uint height, uint depth, GLEnum format, GLEnum type,
        ReadOnlySpan<byte> data)
        => TextureSubImage3D(texture, level, x, y, z, width, height, depth, format, type, data, GlPixelStore.Tight);

    /// <summary>Uploads pixels laid out as <paramref name="layout"/> says.</summary>
    public void TextureSubImage3D(uint texture, int level, int x, int y, int z, uint width, uint height, uint depth, GLEnum format, GLEnum type,
        ReadOnlySpan<byte> data, in GlPixelStore layout)
    {
        RequireLength(data.Length, layout.RequiredBytes(width, height, depth, format, type));
        // SAFETY: pinned for the call; the length check above covers every byte GL reads.
        fixed (byte* pointer = data) TextureSubImage3D(texture, level, x, y, z, width, height, depth, format, type, (void*)pointer);
    }

    /// <summary>Reads pixels of the read framebuffer; GL itself checks the span's length against the pack state (glReadnPixels).</summary>
    public void ReadPixels(int x, int y, uint width, uint height, GLEnum format, GLEnum type, Span<byte> data)
        => ReadnPixels(x, y, width, height, format, type, data);

    /// <summary>Reads pixels into the bound pack buffer at an offset.</summary>
    public void ReadPixels(int x, int y, uint width, uint height, GLEnum format, GLEnum type, uint sizeInBytes, nint offset)
        => ReadnPixels(x, y, width, height, format, type, sizeInBytes, offset);

    /// <summary>Fills a texture level with one texel, zeros when the span is empty.</summary>
    public void ClearTexImage(uint texture, int level, GLEnum format, GLEnum type, ReadOnlySpan<byte> texel)
    {
        if (!texel.IsEmpty) RequireLength(texel.Length, GlPixelSize.InBytes(format, type));
        // SAFETY: pinned for the call; null when empty, else at least one texel long.
        fixed (byte* pointer = texel) ClearTexImage(texture, level, format, type, pointer);
    }

    /// <summary>Fills a box of a texture level with one texel, zeros when the span is empty.</summary>
    public void ClearTexSubImage(uint texture, int level, int x, int y, int z, uint width, uint height, uint depth, GLEnum format, GLEnum type,
        ReadOnlySpan<byte> texel)
    {
        if (!texel.IsEmpty) RequireLength(texel.Length, GlPixelSize.InBytes(format, type));
        // SAFETY: pinned for the call; null when empty, else at least one texel long.
        fixed (byte* pointer = texel) ClearTexSubImage(texture, level, x, y, z, width, height, depth, format, type, pointer);
    }

    /// <summary>Fills a range of a buffer with one element, zeros when the span is empty.</summary>
    public void ClearNamedBufferSubData(uint buffer, GLEnum internalFormat, nint offset, nuint size, GLEnum format, GLEnum type, ReadOnlySpan<byte> element)
    {
        if (!element.IsEmpty) RequireLength(element.Length, GlPixelSize.InBytes(format, type));
        // SAFETY: pinned for the call; null when empty, else at least one element long.
        fixed (byte* pointer = element) ClearNamedBufferSubData(buffer, internalFormat, offset, size, format, type, pointer);
    }

    /// <summary>Fills a buffer with one element, zeros when the span is empty.</summary>
    public void ClearNamedBufferData(uint buffer, GLEnum internalFormat, GLEnum format, GLEnum type, ReadOnlySpan<byte> element)
    {
        if (!element.IsEmpty) RequireLength(element.Length, GlPixelSize.InBytes(format, type));
        // SAFETY: pinned for the call; null when empty, else at least one element long.
        fixed (byte* pointer = element) ClearNamedBufferData(buffer, internalFormat, format, type, pointer);
    }

    /// <summary>Clears one float or depth attachment: 4 values for colour, 1 for depth.</summary>
    public void ClearNamedFramebufferfv(uint framebuffer, GLEnum buffer, int drawBuffer, ReadOnlySpan<float> value)
    {
        RequireLength(value.Length, buffer == GLEnum.Color ? 4 : 1);
        // SAFETY: pinned for the call; length checked above.
        fixed (float* pointer = value) ClearNamedFramebufferfv(framebuffer, buffer, drawBuffer, pointer);
    }

    /// <summary>Clears one signed integer or stencil attachment: 4 values for colour, 1 for stencil.</summary>
    public void ClearNamedFramebufferiv(uint framebuffer, GLEnum buffer, int drawBuffer, ReadOnlySpan<int> value)
    {
        RequireLength(value.Length, buffer == GLEnum.Color ? 4 : 1);
        // SAFETY: pinned for the call; length checked above.
        fixed (int* pointer = value) ClearNamedFramebufferiv(framebuffer, buffer, drawBuffer, pointer);
    }

    /// <summary>Clears one unsigned integer colour attachment (4 values).</summary>
    public void ClearNamedFramebufferuiv(uint framebuffer, GLEnum buffer, int drawBuffer, ReadOnlySpan<uint> value)
    {
        RequireLength(value.Length, 4);
        // SAFETY: pinned for the call; length checked above.
        fixed (uint* pointer = value) ClearNamedFramebufferuiv(framebuffer, buffer, drawBuffer, pointer);
    }

    /// <summary>Maps a range of a buffer; the view stays valid until it is disposed, the buffer unmapped or deleted.</summary>
    /// <exception cref="HostFaultException">GL could not map the range.</exception>
    public GlMappedMemory MapNamedBufferRange(uint buffer, nint offset, int length, GLEnum access)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        void* pointer = MapNamedBufferRange(buffer, offset, (nuint)length, access);
        if (pointer == null) throw new HostFaultException(HostFault.OutOfMemory, $"Buffer {buffer} could not be mapped ({GlFaultCheck.DrainErrors(this)}).");
        return new GlMappedMemory(this, buffer, (byte*)pointer, length);
    }
}
