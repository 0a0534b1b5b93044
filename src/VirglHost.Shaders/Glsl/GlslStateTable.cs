using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>Every piece of state by the built-in that stands for it; <see cref="StateUniformLayout"/> says the same in bytes.</summary>
internal static class GlslStateTable
{
    private const int BytesPerVector = 16;

    public static GlslStatePlace PlaceOf(BuiltIn builtIn) => builtIn switch
    {
        BuiltIn.StateWinsysY => Scalar(StateUniformLayout.WinsysYOffset, "uintBitsToFloat"),
        BuiltIn.StateAlphaReference => Scalar(StateUniformLayout.AlphaReferenceOffset, "uintBitsToFloat"),
        BuiltIn.StateDrawIdBase => Scalar(StateUniformLayout.DrawIdBaseOffset, "int"),
        BuiltIn.StateFramebufferHeight => Scalar(StateUniformLayout.FramebufferHeightOffset, "uintBitsToFloat"),
        BuiltIn.StateTessOuter => Vectors(StateUniformLayout.TessOuterOffset, "uintBitsToFloat"),
        BuiltIn.StateTessInner => Vectors(StateUniformLayout.TessInnerOffset, "uintBitsToFloat"),
        BuiltIn.StateClipPlanes => Vectors(StateUniformLayout.ClipPlanesOffset, "uintBitsToFloat"),
        BuiltIn.StateStipple => Vectors(StateUniformLayout.StippleOffset, string.Empty),
        _ => throw new System.Diagnostics.UnreachableException(builtIn.ToString()),
    };

    private static GlslStatePlace Scalar(int offset, string cast)
        => new(offset / BytesPerVector, "." + "xyzw"[offset % BytesPerVector / 4], cast);

    private static GlslStatePlace Vectors(int offset, string cast) => new(offset / BytesPerVector, string.Empty, cast);
}
