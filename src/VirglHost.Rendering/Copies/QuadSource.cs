namespace VirglHost.Rendering.Copies;

/// <summary>Shape of the source of a textured-quad blit, as it is sampled.</summary>
internal enum QuadSource
{
    /// <summary>1D textures and arrays, as arrays.</summary>
    Lines,

    /// <summary>2D textures, arrays and cubes, as arrays.</summary>
    Layers,

    /// <summary>3D textures.</summary>
    Volume,

    /// <summary>Rectangle textures.</summary>
    Rectangle,

    /// <summary>Multisampled textures and arrays, as arrays.</summary>
    Multisample,
}
