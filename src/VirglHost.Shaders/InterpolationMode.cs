namespace VirglHost.Shaders;

/// <summary>How a fragment input changes across a primitive.</summary>
public enum InterpolationMode
{
    /// <summary><c>CONSTANT</c>: the provoking vertex's value.</summary>
    Flat,

    /// <summary><c>LINEAR</c>: in window space, without perspective.</summary>
    Linear,

    /// <summary><c>PERSPECTIVE</c></summary>
    Perspective,

    /// <summary><c>COLOR</c>: flat when <see cref="ShaderKey.FlatShade"/>, else perspective.</summary>
    Color,
}
