namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_FACE_*: which faces are culled (a two-bit mask).</summary>
public enum CullFace : uint
{
    /// <summary>Nothing is culled.</summary>
    None = 0,
    /// <summary>Front faces.</summary>
    Front = 1,
    /// <summary>Back faces.</summary>
    Back = 2,
    /// <summary>Both.</summary>
    FrontAndBack = 3,
}
