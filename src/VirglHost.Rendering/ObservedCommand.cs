using VirglHost.CommandStream;

namespace VirglHost.Rendering;

/// <summary>One command that ran, and what it met.</summary>
public readonly ref struct ObservedCommand
{
    /// <summary>The context whose stream it is from.</summary>
    public required uint ContextId { get; init; }

    /// <summary>The sub-context that was current before it.</summary>
    public required uint SubContextId { get; init; }

    /// <summary>Where its header lies in the stream.</summary>
    public required int OffsetInWords { get; init; }

    /// <summary>Its header.</summary>
    public required CommandHeader Header { get; init; }

    /// <summary>The words after the header.</summary>
    public required ReadOnlySpan<uint> Body { get; init; }

    /// <summary>How long this thread was busy with it, the host driver's part on this thread included; what the driver does later is not in it.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why a draw or grid that was not refused did nothing; null where it did something, as far as can be known without asking GL.</summary>
    public string? Drop { get; init; }

    /// <summary>The GLSL that a draw or grid ran with; empty for anything else.</summary>
    public ReadOnlySpan<ShaderText> Shaders { get; init; }
}
