namespace VirglHost.Shaders.Ir;

/// <summary>Where transform feedback stores an output.</summary>
internal readonly record struct CapturePlace(int Buffer, int OffsetInBytes);
