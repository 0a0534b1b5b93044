namespace VirglHost.Shaders;

/// <summary>
/// The std140 uniform block that every stage may read for state the guest sets outside shaders. One buffer serves all stages of a draw.
/// </summary>
public static class StateBlockLayout
{
    /// <summary>GLSL name of the block.</summary>
    public const string BlockName = "VirglState";

    /// <summary>Bytes to bind.</summary>
    public const int SizeInBytes = 304;

    /// <summary>Eight user clip planes, four floats each, in the guest's clip space.</summary>
    public const int ClipPlanesOffset = 0;

    /// <summary>32 words, word r for window row r (modulo 32), bit 31 for the leftmost pixel.</summary>
    public const int StippleOffset = 128;

    /// <summary>Default outer tessellation levels, four floats.</summary>
    public const int TessOuterOffset = 256;

    /// <summary>Default inner tessellation levels, two floats.</summary>
    public const int TessInnerOffset = 272;

    /// <summary>Float factor on clip-space y: +1, or −1 where viewport 0 is upside down.</summary>
    public const int WinsysYOffset = 288;

    /// <summary>Float reference value of the alpha test.</summary>
    public const int AlphaReferenceOffset = 292;

    /// <summary>Signed word added to the draw id.</summary>
    public const int DrawIdBaseOffset = 296;

    /// <summary>Float height of the framebuffer in pixels.</summary>
    public const int FramebufferHeightOffset = 300;
}
