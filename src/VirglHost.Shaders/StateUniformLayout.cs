namespace VirglHost.Shaders;

/// <summary>
/// The uniform that any stage may read for state the guest sets outside shaders: one array of <c>uvec4</c> outside blocks, so that every
/// uniform block of the host is left to the guest. All stages of a program share it. What is asked for most comes first, because
/// compilers cut an array after its last used element.
/// </summary>
public static class StateUniformLayout
{
    /// <summary>GLSL name of the array.</summary>
    public const string Name = "virgl_state";

    /// <summary>Elements, four words each.</summary>
    public const int VectorCount = 19;

    /// <summary>Bytes to hand over.</summary>
    public const int SizeInBytes = VectorCount * 16;

    /// <summary>Float factor on clip-space y: +1, or −1 where viewport 0 is upside down.</summary>
    public const int WinsysYOffset = 0;

    /// <summary>Float reference value of the alpha test.</summary>
    public const int AlphaReferenceOffset = 4;

    /// <summary>Signed word added to the draw id.</summary>
    public const int DrawIdBaseOffset = 8;

    /// <summary>Float height of the framebuffer in pixels.</summary>
    public const int FramebufferHeightOffset = 12;

    /// <summary>Default outer tessellation levels, four floats.</summary>
    public const int TessOuterOffset = 16;

    /// <summary>Default inner tessellation levels, two floats.</summary>
    public const int TessInnerOffset = 32;

    /// <summary>Eight user clip planes, four floats each, in the guest's clip space.</summary>
    public const int ClipPlanesOffset = 48;

    /// <summary>32 words, word r for window row r (modulo 32), bit 31 for the leftmost pixel.</summary>
    public const int StippleOffset = 176;
}
