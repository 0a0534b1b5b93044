namespace VirglHost.Rendering.Resources;

/// <summary>What the grey or coloured pixels of a preview stand for.</summary>
public enum PreviewKind
{
    /// <summary>Colours; what lies outside 0…1 is clamped, alpha is left out.</summary>
    Color,

    /// <summary>Whole numbers, stretched from the least to the greatest in the picture.</summary>
    Integer,

    /// <summary>Depth, stretched from the least to the greatest in the picture.</summary>
    Depth,

    /// <summary>Stencil values, stretched from the least to the greatest in the picture.</summary>
    Stencil,
}
