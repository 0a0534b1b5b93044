using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Resources;

/// <summary>The rules that a resource's description must keep before anything is allocated (SPEC: virgl-commands.md section 6.1).</summary>
internal static class ResourceValidator
{
    private const uint KnownFlags = (uint)(ResourceFlags.YZeroTop | ResourceFlags.MapPersistent | ResourceFlags.MapCoherent);

    private const BindFlags ImageBinds = BindFlags.SamplerView | BindFlags.DepthStencil | BindFlags.RenderTarget | BindFlags.Cursor |
        BindFlags.Shared | BindFlags.Linear | BindFlags.DisplayTarget | BindFlags.Scanout;

    /// <summary>Checks a description against the protocol and the host.</summary>
    /// <returns>Null when it is legal, otherwise what is wrong.</returns>
    public static string? FindFault(in ResourceDescription d, FormatTable formats, GlSession session)
    {
        if (d.Target > PipeTarget.TextureCubeArray)
            return $"target {d.Target} does not exist";
        if ((uint)d.Format >= StreamLimits.FormatCount)
            return $"format {(uint)d.Format} does not exist";
        if ((d.Flags & ~KnownFlags) != 0)
            return $"flags {d.Flags:x} have unknown bits";
        if ((d.Flags & (uint)ResourceFlags.YZeroTop) != 0 && d.Target is not (PipeTarget.Texture2D or PipeTarget.TextureRect))
            return $"only 2D resources can start with the last row, not {d.Target}";
        if (IsBufferOnly(d.Bind))
            return d.Target == PipeTarget.Buffer ? FindBufferFault(d) : $"bind {d.Bind:x} is for buffers, not for {d.Target}";
        if (((BindFlags)d.Bind & ImageBinds) == 0)
            return $"bind {d.Bind:x} names no use of a texture";
        if (d.Target == PipeTarget.Buffer)
            return ((BindFlags)d.Bind & BindFlags.SamplerView) != 0 ? FindBufferFault(d) : $"bind {d.Bind:x} is no use of a buffer";
        return FindShapeFault(d) ?? FindLevelFault(d) ?? FindLimitFault(d, session.Limits) ?? FindFormatFault(d, formats, session);
    }

    /// <summary>Whether a bind word is one of those that make a plain buffer.</summary>
    public static bool IsBufferOnly(uint bind) => (BindFlags)bind is 0 or BindFlags.Custom or BindFlags.Staging or BindFlags.IndexBuffer or
        BindFlags.StreamOutput or BindFlags.VertexBuffer or BindFlags.ConstantBuffer or BindFlags.QueryBuffer or BindFlags.CommandArguments or
        BindFlags.ShaderBuffer;

    private static string? FindBufferFault(in ResourceDescription d)
    {
        if (d.Height != 1 || d.Depth != 1)
            return $"a buffer is one row, not {d.Height} x {d.Depth}";
        if (d.LastLevel != 0 || d.Samples > 1 || d.ArraySize > 1)
            return "a buffer has one level, one layer and one sample";
        return d.Width is 0 or > int.MaxValue ? $"a buffer of {d.Width} bytes" : null;
    }

    private static string? FindShapeFault(in ResourceDescription d)
    {
        bool sizes = d.Target switch
        {
            PipeTarget.Texture1D or PipeTarget.Texture1DArray => d.Height == 1 && d.Depth == 1,
            PipeTarget.Texture3D => d.Height > 0 && d.Depth > 0,
            PipeTarget.TextureCube or PipeTarget.TextureCubeArray => d.Height == d.Width && d.Depth == 1,
            _ => d.Height > 0 && d.Depth == 1,
        };
        bool layers = d.Target switch
        {
            PipeTarget.Texture1DArray or PipeTarget.Texture2DArray => d.ArraySize > 0,
            PipeTarget.TextureCube => d.ArraySize == 6,
            PipeTarget.TextureCubeArray => d.ArraySize > 0 && d.ArraySize % 6 == 0,
            _ => d.ArraySize <= 1,
        };
        return d.Width > 0 && sizes && layers ? null : $"{d.Target} cannot be {d.Width} x {d.Height} x {d.Depth} with {d.ArraySize} layers";
    }

    private static string? FindLevelFault(in ResourceDescription d)
    {
        if (d.Samples > 1 && (d.LastLevel != 0 || d.Target is not (PipeTarget.Texture2D or PipeTarget.Texture2DArray)))
            return $"{d.Target} with {d.LastLevel + 1L} levels cannot have {d.Samples} samples";
        if (d.Target == PipeTarget.TextureRect && d.LastLevel != 0)
            return "a rectangle has one level";
        uint largest = Math.Max(d.Width, d.Height);
        if (d.Target == PipeTarget.Texture3D)
            largest = Math.Max(largest, d.Depth);
        return d.LastLevel > BitOperations.Log2(largest) ? $"{largest} texels do not halve into {d.LastLevel + 1L} levels" : null;
    }

    private static string? FindLimitFault(in ResourceDescription d, GlLimits limits)
    {
        long side = d.Target switch
        {
            PipeTarget.Texture3D => limits.Max3DTextureSize,
            PipeTarget.TextureCube or PipeTarget.TextureCubeArray => limits.MaxCubeMapTextureSize,
            PipeTarget.TextureRect => limits.MaxRectangleTextureSize,
            _ => limits.MaxTextureSize,
        };
        if (d.Width > side || d.Height > side || d.Depth > side)
            return $"{d.Width} x {d.Height} x {d.Depth} exceeds the host's {side} for {d.Target}";
        if (d.ArraySize > limits.MaxArrayTextureLayers)
            return $"{d.ArraySize} layers exceed the host's {limits.MaxArrayTextureLayers}";
        return d.Samples > limits.MaxSamples ? $"{d.Samples} samples exceed the host's {limits.MaxSamples}" : null;
    }

    private static string? FindFormatFault(in ResourceDescription d, FormatTable formats, GlSession session)
    {
        if (!formats.TryGet(d.Format, out FormatRow? row) || row.IsStencilOnlyView)
            return $"format {d.Format} has no storage on this host";
        if (d.Samples > 1 && !row.IsMultisample)
            return $"format {d.Format} cannot have {d.Samples} samples";
        if (row.IsCompressed && d.Target is (PipeTarget.Texture1D or PipeTarget.Texture1DArray))
            return $"{d.Target} cannot hold compressed {d.Format}";
        if (d.Target == PipeTarget.TextureCubeArray && !session.Features[GlFeature.CubeMapArray])
            return "the host has no cube arrays";
        return null;
    }
}
