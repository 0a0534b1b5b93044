namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_SWIZZLE_*: source of one component; 6 and 7 are illegal.</summary>
public enum Swizzle : uint
{
    /// <summary>First component.</summary>
    X = 0,
    /// <summary>Second component.</summary>
    Y = 1,
    /// <summary>Third component.</summary>
    Z = 2,
    /// <summary>Fourth component.</summary>
    W = 3,
    /// <summary>Constant 0.</summary>
    Zero = 4,
    /// <summary>Constant 1.</summary>
    One = 5,
}
