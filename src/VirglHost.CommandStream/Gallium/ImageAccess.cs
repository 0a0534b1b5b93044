namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_IMAGE_ACCESS_*: what a shader may do with an image.</summary>
[Flags]
public enum ImageAccess : uint
{
    /// <summary>Neither.</summary>
    None = 0,
    /// <summary>Loads.</summary>
    Read = 1,
    /// <summary>Stores.</summary>
    Write = 2,
    /// <summary>Both.</summary>
    ReadWrite = 3,
}
