namespace VirglHost.Rendering.Copies;

/// <summary>What a textured-quad blit writes.</summary>
internal enum QuadOutput
{
    /// <summary>Colour.</summary>
    Color,

    /// <summary>Depth.</summary>
    Depth,

    /// <summary>Stencil; needs a host whose shaders can export it.</summary>
    Stencil,
}
