using System.Runtime.InteropServices;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Shaders;

namespace VirglHost.Rendering.State;

/// <summary>The uniform block for what core GL has no state for: its bytes as last derived and where in the streaming buffer they lie.</summary>
internal sealed class HelperBlock
{
    private readonly byte[] _bytes = new byte[StateBlockLayout.SizeInBytes];
    private GlBufferRange _range;
    private int _generation;
    private bool _isUploaded;

    /// <summary>The bytes as the shaders see them.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Derives everything but the draw id from <paramref name="state"/>.</summary>
    public void Derive(PipelineState state)
    {
        Put(StateBlockLayout.ClipPlanesOffset, MemoryMarshal.AsBytes(state.ClipPlanes));
        Put(StateBlockLayout.StippleOffset, MemoryMarshal.AsBytes(state.Stipple));
        CommandStream.Commands.SetTessellationLevelsCommand levels = state.TessellationLevels;
        Put(StateBlockLayout.TessOuterOffset, levels.Outer.X);
        Put(StateBlockLayout.TessOuterOffset + 4, levels.Outer.Y);
        Put(StateBlockLayout.TessOuterOffset + 8, levels.Outer.Z);
        Put(StateBlockLayout.TessOuterOffset + 12, levels.Outer.W);
        Put(StateBlockLayout.TessInnerOffset, levels.Inner0);
        Put(StateBlockLayout.TessInnerOffset + 4, levels.Inner1);
        Put(StateBlockLayout.WinsysYOffset, state.Viewports[0].ScaleY < 0 ? -1f : 1f);
        Put(StateBlockLayout.AlphaReferenceOffset, state.DepthStencil.AlphaReference);
        Put(StateBlockLayout.FramebufferHeightOffset, state.Framebuffer.First?.Height ?? (float)state.NoAttachments.Height);
    }

    /// <summary>Sets the number that DRAWID adds to.</summary>
    public void SetDrawId(uint drawId) => Put(StateBlockLayout.DrawIdBaseOffset, drawId);

    /// <summary>A range that holds the block; uploaded only where a byte or the ring segment changed.</summary>
    public GlBufferRange Upload(GlStreamBuffer stream)
    {
        if (!_isUploaded || _generation != stream.Generation)
        {
            _bytes.CopyTo(stream.Reserve(_bytes.Length, out _range));
            _generation = stream.Generation;
            _isUploaded = true;
        }

        return _range;
    }

    private void Put<T>(int offset, T value)
        where T : unmanaged => Put(offset, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private void Put(int offset, ReadOnlySpan<byte> value)
    {
        Span<byte> target = _bytes.AsSpan(offset, value.Length);
        if (!value.SequenceEqual(target))
        {
            value.CopyTo(target);
            _isUploaded = false;
        }
    }
}
