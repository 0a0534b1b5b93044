namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_BLEND_*: how blended terms combine.</summary>
public enum BlendFunction : uint
{
    /// <summary>s + d.</summary>
    Add = 0,
    /// <summary>s - d.</summary>
    Subtract = 1,
    /// <summary>d - s.</summary>
    ReverseSubtract = 2,
    /// <summary>min(s, d).</summary>
    Min = 3,
    /// <summary>max(s, d).</summary>
    Max = 4,
}
