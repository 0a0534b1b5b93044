namespace VirglHost.Shaders;

/// <summary>Where within a pixel a fragment input is evaluated.</summary>
public enum InterpolationLocation
{
    /// <summary><c>CENTER</c></summary>
    Center,

    /// <summary><c>CENTROID</c></summary>
    Centroid,

    /// <summary><c>SAMPLE</c></summary>
    Sample,
}
