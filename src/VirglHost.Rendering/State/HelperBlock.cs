using System.Runtime.InteropServices;
using VirglHost.OpenGL;
using VirglHost.Rendering.Programs;
using VirglHost.Shaders;

namespace VirglHost.Rendering.State;

/// <summary>The words for what core GL has no state for, as last derived. They are plain uniforms: programs keep them until they change.</summary>
internal sealed class HelperBlock
{
    private readonly byte[] _bytes = new byte[StateUniformLayout.SizeInBytes];

    /// <summary>Another number whenever a byte changed; never 0.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The bytes as the shaders see them.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Derives everything but the draw id from <paramref name="state"/>.</summary>
    public void Derive(PipelineState state)
    {
        Put(StateUniformLayout.ClipPlanesOffset, MemoryMarshal.AsBytes(state.ClipPlanes));
        Put(StateUniformLayout.StippleOffset, MemoryMarshal.AsBytes(state.Stipple));
        CommandStream.Commands.SetTessellationLevelsCommand levels = state.TessellationLevels;
        Put(StateUniformLayout.TessOuterOffset, levels.Outer.X);
        Put(StateUniformLayout.TessOuterOffset + 4, levels.Outer.Y);
        Put(StateUniformLayout.TessOuterOffset + 8, levels.Outer.Z);
        Put(StateUniformLayout.TessOuterOffset + 12, levels.Outer.W);
        Put(StateUniformLayout.TessInnerOffset, levels.Inner0);
        Put(StateUniformLayout.TessInnerOffset + 4, levels.Inner1);
        Put(StateUniformLayout.WinsysYOffset, state.Viewports[0].ScaleY < 0 ? -1f : 1f);
        Put(StateUniformLayout.AlphaReferenceOffset, state.DepthStencil.AlphaReference);
        Put(StateUniformLayout.FramebufferHeightOffset, state.Framebuffer.First?.Height ?? (float)state.NoAttachments.Height);
    }

    /// <summary>Sets the number that DRAWID adds to.</summary>
    public void SetDrawId(uint drawId) => Put(StateUniformLayout.DrawIdBaseOffset, drawId);

    /// <summary>Hands the words to <paramref name="program"/>, which is in use, where it has others.</summary>
    public void Apply(GL gl, LinkedProgram program)
    {
        if (program.StateLocation >= 0 && program.StateVersion != Version)
        {
            gl.Uniform4uiv(program.StateLocation, MemoryMarshal.Cast<byte, uint>(_bytes));
            program.StateVersion = Version;
        }
    }

    private void Put<T>(int offset, T value)
        where T : unmanaged => Put(offset, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private void Put(int offset, ReadOnlySpan<byte> value)
    {
        Span<byte> target = _bytes.AsSpan(offset, value.Length);
        if (!value.SequenceEqual(target))
        {
            value.CopyTo(target);
            Version++;
        }
    }
}
