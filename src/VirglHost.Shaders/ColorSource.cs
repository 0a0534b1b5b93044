namespace VirglHost.Shaders;

/// <summary>Where a lane of a texture lookup's result comes from.</summary>
public enum ColorSource
{
    /// <summary>Lane x of the lookup; the result itself for shadow lookups.</summary>
    X = 0,

    /// <summary>Lane y of the lookup.</summary>
    Y = 1,

    /// <summary>Lane z of the lookup.</summary>
    Z = 2,

    /// <summary>Lane w of the lookup.</summary>
    W = 3,

    /// <summary>Zero.</summary>
    Zero = 4,

    /// <summary>One, in the sampler's scalar kind.</summary>
    One = 5,
}
