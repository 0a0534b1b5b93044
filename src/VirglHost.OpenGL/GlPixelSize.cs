namespace VirglHost.OpenGL;

/// <summary>Bytes that one pixel takes in client memory, from the pair of format and type of a pixel transfer.</summary>
public static class GlPixelSize
{
    /// <summary>Bytes per pixel.</summary>
    /// <exception cref="ArgumentException">The pair is none that a pixel transfer of GL 4.6 core takes.</exception>
    public static int InBytes(GLEnum format, GLEnum type)
    {
        int packed = PackedBytes(type);
        if (packed > 0) return packed;
        return ComponentCount(format) * ComponentBytes(type);
    }

    private static int PackedBytes(GLEnum type) => type switch
    {
        GLEnum.UnsignedByte332 or GLEnum.UnsignedByte233Rev => 1,
        GLEnum.UnsignedShort565 or GLEnum.UnsignedShort565Rev or GLEnum.UnsignedShort4444 or GLEnum.UnsignedShort4444Rev
            or GLEnum.UnsignedShort5551 or GLEnum.UnsignedShort1555Rev => 2,
        GLEnum.UnsignedInt8888 or GLEnum.UnsignedInt8888Rev or GLEnum.UnsignedInt1010102 or GLEnum.UnsignedInt2101010Rev
            or GLEnum.UnsignedInt248 or GLEnum.UnsignedInt10f11f11fRev or GLEnum.UnsignedInt5999Rev => 4,
        GLEnum.Float32UnsignedInt248Rev => 8,
        _ => 0,
    };

    private static int ComponentCount(GLEnum format) => format switch
    {
        GLEnum.Red or GLEnum.Green or GLEnum.Blue or GLEnum.RedInteger or GLEnum.GreenInteger or GLEnum.BlueInteger
            or GLEnum.DepthComponent or GLEnum.StencilIndex => 1,
        GLEnum.Rg or GLEnum.RgInteger => 2,
        GLEnum.Rgb or GLEnum.Bgr or GLEnum.RgbInteger or GLEnum.BgrInteger => 3,
        GLEnum.Rgba or GLEnum.Bgra or GLEnum.RgbaInteger or GLEnum.BgraInteger => 4,
        _ => throw new ArgumentException($"{format} is no pixel transfer format with separate components."),
    };

    private static int ComponentBytes(GLEnum type) => type switch
    {
        GLEnum.UnsignedByte or GLEnum.Byte => 1,
        GLEnum.UnsignedShort or GLEnum.Short or GLEnum.HalfFloat => 2,
        GLEnum.UnsignedInt or GLEnum.Int or GLEnum.Float => 4,
        _ => throw new ArgumentException($"{type} is no pixel transfer type."),
    };
}
