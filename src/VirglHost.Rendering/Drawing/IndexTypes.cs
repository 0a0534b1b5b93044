using VirglHost.OpenGL;

namespace VirglHost.Rendering.Drawing;

/// <summary>What GL calls the sizes of an index; any other size than 1 and 2 counts as 4, as Gallium has it.</summary>
internal static class IndexTypes
{
    /// <summary>The type of an index of so many bytes.</summary>
    public static GLEnum ToGl(uint indexSize) => indexSize switch
    {
        1 => GLEnum.UnsignedByte,
        2 => GLEnum.UnsignedShort,
        _ => GLEnum.UnsignedInt,
    };

    /// <summary>Bytes of an index.</summary>
    public static uint SizeInBytes(uint indexSize) => indexSize is 1 or 2 ? indexSize : 4;
}
