using VirglHost.CommandStream;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Formats;

/// <summary>Formats that attributes can be fetched in (SPEC: virgl-commands.md section 7.7); fixed point and 64-bit integers cannot.</summary>
internal static class VertexFormatTable
{
    private static readonly VertexFormat[] _rows = new VertexFormat[StreamLimits.FormatCount];

    static VertexFormatTable()
    {
        Add(VirglFormat.B8G8R8A8Unorm, 4, GLEnum.UnsignedByte, 4, normalized: true, bgra: true);
        Add(VirglFormat.R10G10B10A2Unorm, 4, GLEnum.UnsignedInt2101010Rev, 4, normalized: true);
        Add(VirglFormat.R64Float, 1, GLEnum.Double, 8, isDouble: true);
        Add(VirglFormat.R64G64Float, 2, GLEnum.Double, 16, isDouble: true);
        Add(VirglFormat.R64G64B64Float, 3, GLEnum.Double, 24, isDouble: true);
        Add(VirglFormat.R64G64B64A64Float, 4, GLEnum.Double, 32, isDouble: true);
        Add(VirglFormat.R32Float, 1, GLEnum.Float, 4);
        Add(VirglFormat.R32G32Float, 2, GLEnum.Float, 8);
        Add(VirglFormat.R32G32B32Float, 3, GLEnum.Float, 12);
        Add(VirglFormat.R32G32B32A32Float, 4, GLEnum.Float, 16);
        Add(VirglFormat.R32Unorm, 1, GLEnum.UnsignedInt, 4, normalized: true);
        Add(VirglFormat.R32G32Unorm, 2, GLEnum.UnsignedInt, 8, normalized: true);
        Add(VirglFormat.R32G32B32Unorm, 3, GLEnum.UnsignedInt, 12, normalized: true);
        Add(VirglFormat.R32G32B32A32Unorm, 4, GLEnum.UnsignedInt, 16, normalized: true);
        Add(VirglFormat.R32Uscaled, 1, GLEnum.UnsignedInt, 4);
        Add(VirglFormat.R32G32Uscaled, 2, GLEnum.UnsignedInt, 8);
        Add(VirglFormat.R32G32B32Uscaled, 3, GLEnum.UnsignedInt, 12);
        Add(VirglFormat.R32G32B32A32Uscaled, 4, GLEnum.UnsignedInt, 16);
        Add(VirglFormat.R32Snorm, 1, GLEnum.Int, 4, normalized: true, signed: true);
        Add(VirglFormat.R32G32Snorm, 2, GLEnum.Int, 8, normalized: true, signed: true);
        Add(VirglFormat.R32G32B32Snorm, 3, GLEnum.Int, 12, normalized: true, signed: true);
        Add(VirglFormat.R32G32B32A32Snorm, 4, GLEnum.Int, 16, normalized: true, signed: true);
        Add(VirglFormat.R32Sscaled, 1, GLEnum.Int, 4, signed: true);
        Add(VirglFormat.R32G32Sscaled, 2, GLEnum.Int, 8, signed: true);
        Add(VirglFormat.R32G32B32Sscaled, 3, GLEnum.Int, 12, signed: true);
        Add(VirglFormat.R32G32B32A32Sscaled, 4, GLEnum.Int, 16, signed: true);
        Add(VirglFormat.R16Unorm, 1, GLEnum.UnsignedShort, 2, normalized: true);
        Add(VirglFormat.R16G16Unorm, 2, GLEnum.UnsignedShort, 4, normalized: true);
        Add(VirglFormat.R16G16B16Unorm, 3, GLEnum.UnsignedShort, 6, normalized: true);
        Add(VirglFormat.R16G16B16A16Unorm, 4, GLEnum.UnsignedShort, 8, normalized: true);
        Add(VirglFormat.R16Uscaled, 1, GLEnum.UnsignedShort, 2);
        Add(VirglFormat.R16G16Uscaled, 2, GLEnum.UnsignedShort, 4);
        Add(VirglFormat.R16G16B16Uscaled, 3, GLEnum.UnsignedShort, 6);
        Add(VirglFormat.R16G16B16A16Uscaled, 4, GLEnum.UnsignedShort, 8);
        Add(VirglFormat.R16Snorm, 1, GLEnum.Short, 2, normalized: true, signed: true);
        Add(VirglFormat.R16G16Snorm, 2, GLEnum.Short, 4, normalized: true, signed: true);
        Add(VirglFormat.R16G16B16Snorm, 3, GLEnum.Short, 6, normalized: true, signed: true);
        Add(VirglFormat.R16G16B16A16Snorm, 4, GLEnum.Short, 8, normalized: true, signed: true);
        Add(VirglFormat.R16Sscaled, 1, GLEnum.Short, 2, signed: true);
        Add(VirglFormat.R16G16Sscaled, 2, GLEnum.Short, 4, signed: true);
        Add(VirglFormat.R16G16B16Sscaled, 3, GLEnum.Short, 6, signed: true);
        Add(VirglFormat.R16G16B16A16Sscaled, 4, GLEnum.Short, 8, signed: true);
        Add(VirglFormat.R8Unorm, 1, GLEnum.UnsignedByte, 1, normalized: true);
        Add(VirglFormat.R8G8Unorm, 2, GLEnum.UnsignedByte, 2, normalized: true);
        Add(VirglFormat.R8G8B8Unorm, 3, GLEnum.UnsignedByte, 3, normalized: true);
        Add(VirglFormat.R8G8B8A8Unorm, 4, GLEnum.UnsignedByte, 4, normalized: true);
        Add(VirglFormat.R8Uscaled, 1, GLEnum.UnsignedByte, 1);
        Add(VirglFormat.R8G8Uscaled, 2, GLEnum.UnsignedByte, 2);
        Add(VirglFormat.R8G8B8Uscaled, 3, GLEnum.UnsignedByte, 3);
        Add(VirglFormat.R8G8B8A8Uscaled, 4, GLEnum.UnsignedByte, 4);
        Add(VirglFormat.R8Snorm, 1, GLEnum.Byte, 1, normalized: true, signed: true);
        Add(VirglFormat.R8G8Snorm, 2, GLEnum.Byte, 2, normalized: true, signed: true);
        Add(VirglFormat.R8G8B8Snorm, 3, GLEnum.Byte, 3, normalized: true, signed: true);
        Add(VirglFormat.R8G8B8A8Snorm, 4, GLEnum.Byte, 4, normalized: true, signed: true);
        Add(VirglFormat.R8Sscaled, 1, GLEnum.Byte, 1, signed: true);
        Add(VirglFormat.R8G8Sscaled, 2, GLEnum.Byte, 2, signed: true);
        Add(VirglFormat.R8G8B8Sscaled, 3, GLEnum.Byte, 3, signed: true);
        Add(VirglFormat.R8G8B8A8Sscaled, 4, GLEnum.Byte, 4, signed: true);
        Add(VirglFormat.R16Float, 1, GLEnum.HalfFloat, 2);
        Add(VirglFormat.R16G16Float, 2, GLEnum.HalfFloat, 4);
        Add(VirglFormat.R16G16B16Float, 3, GLEnum.HalfFloat, 6);
        Add(VirglFormat.R16G16B16A16Float, 4, GLEnum.HalfFloat, 8);
        Add(VirglFormat.R10G10B10A2Uscaled, 4, GLEnum.UnsignedInt2101010Rev, 4);
        Add(VirglFormat.R11G11B10Float, 3, GLEnum.UnsignedInt10f11f11fRev, 4);
        Add(VirglFormat.B10G10R10A2Unorm, 4, GLEnum.UnsignedInt2101010Rev, 4, normalized: true, bgra: true);
        Add(VirglFormat.R8G8B8X8Unorm, 3, GLEnum.UnsignedByte, 4, normalized: true);
        Add(VirglFormat.R8A8Unorm, 2, GLEnum.UnsignedByte, 2, normalized: true);
        Add(VirglFormat.R10G10B10A2Sscaled, 4, GLEnum.Int2101010Rev, 4, signed: true);
        Add(VirglFormat.R10G10B10A2Snorm, 4, GLEnum.Int2101010Rev, 4, normalized: true, signed: true);
        Add(VirglFormat.B10G10R10A2Snorm, 4, GLEnum.Int2101010Rev, 4, normalized: true, bgra: true, signed: true);
        Add(VirglFormat.R8Uint, 1, GLEnum.UnsignedByte, 1, integer: true);
        Add(VirglFormat.R8G8Uint, 2, GLEnum.UnsignedByte, 2, integer: true);
        Add(VirglFormat.R8G8B8Uint, 3, GLEnum.UnsignedByte, 3, integer: true);
        Add(VirglFormat.R8G8B8A8Uint, 4, GLEnum.UnsignedByte, 4, integer: true);
        Add(VirglFormat.R8Sint, 1, GLEnum.Byte, 1, integer: true, signed: true);
        Add(VirglFormat.R8G8Sint, 2, GLEnum.Byte, 2, integer: true, signed: true);
        Add(VirglFormat.R8G8B8Sint, 3, GLEnum.Byte, 3, integer: true, signed: true);
        Add(VirglFormat.R8G8B8A8Sint, 4, GLEnum.Byte, 4, integer: true, signed: true);
        Add(VirglFormat.R16Uint, 1, GLEnum.UnsignedShort, 2, integer: true);
        Add(VirglFormat.R16G16Uint, 2, GLEnum.UnsignedShort, 4, integer: true);
        Add(VirglFormat.R16G16B16Uint, 3, GLEnum.UnsignedShort, 6, integer: true);
        Add(VirglFormat.R16G16B16A16Uint, 4, GLEnum.UnsignedShort, 8, integer: true);
        Add(VirglFormat.R16Sint, 1, GLEnum.Short, 2, integer: true, signed: true);
        Add(VirglFormat.R16G16Sint, 2, GLEnum.Short, 4, integer: true, signed: true);
        Add(VirglFormat.R16G16B16Sint, 3, GLEnum.Short, 6, integer: true, signed: true);
        Add(VirglFormat.R16G16B16A16Sint, 4, GLEnum.Short, 8, integer: true, signed: true);
        Add(VirglFormat.R32Uint, 1, GLEnum.UnsignedInt, 4, integer: true);
        Add(VirglFormat.R32G32Uint, 2, GLEnum.UnsignedInt, 8, integer: true);
        Add(VirglFormat.R32G32B32Uint, 3, GLEnum.UnsignedInt, 12, integer: true);
        Add(VirglFormat.R32G32B32A32Uint, 4, GLEnum.UnsignedInt, 16, integer: true);
        Add(VirglFormat.R32Sint, 1, GLEnum.Int, 4, integer: true, signed: true);
        Add(VirglFormat.R32G32Sint, 2, GLEnum.Int, 8, integer: true, signed: true);
        Add(VirglFormat.R32G32B32Sint, 3, GLEnum.Int, 12, integer: true, signed: true);
        Add(VirglFormat.R32G32B32A32Sint, 4, GLEnum.Int, 16, integer: true, signed: true);
        Add(VirglFormat.R8G8B8X8Snorm, 3, GLEnum.Byte, 4, normalized: true, signed: true);
        Add(VirglFormat.R8G8B8X8Uint, 3, GLEnum.UnsignedByte, 4, integer: true);
        Add(VirglFormat.R8G8B8X8Sint, 3, GLEnum.Byte, 4, integer: true, signed: true);
        Add(VirglFormat.R16G16B16X16Unorm, 3, GLEnum.UnsignedShort, 8, normalized: true);
        Add(VirglFormat.R16G16B16X16Snorm, 3, GLEnum.Short, 8, normalized: true, signed: true);
        Add(VirglFormat.R16G16B16X16Float, 3, GLEnum.HalfFloat, 8);
        Add(VirglFormat.R16G16B16X16Uint, 3, GLEnum.UnsignedShort, 8, integer: true);
        Add(VirglFormat.R16G16B16X16Sint, 3, GLEnum.Short, 8, integer: true, signed: true);
        Add(VirglFormat.R32G32B32X32Float, 3, GLEnum.Float, 16);
        Add(VirglFormat.R32G32B32X32Uint, 3, GLEnum.UnsignedInt, 16, integer: true);
        Add(VirglFormat.R32G32B32X32Sint, 3, GLEnum.Int, 16, integer: true, signed: true);
        Add(VirglFormat.R8A8Snorm, 2, GLEnum.Byte, 2, normalized: true, signed: true);
        Add(VirglFormat.R16A16Unorm, 2, GLEnum.UnsignedShort, 4, normalized: true);
        Add(VirglFormat.R16A16Snorm, 2, GLEnum.Short, 4, normalized: true, signed: true);
        Add(VirglFormat.R16A16Float, 2, GLEnum.HalfFloat, 4);
        Add(VirglFormat.R32A32Float, 2, GLEnum.Float, 8);
        Add(VirglFormat.R8A8Uint, 2, GLEnum.UnsignedByte, 2, integer: true);
        Add(VirglFormat.R8A8Sint, 2, GLEnum.Byte, 2, integer: true, signed: true);
        Add(VirglFormat.R16A16Uint, 2, GLEnum.UnsignedShort, 4, integer: true);
        Add(VirglFormat.R16A16Sint, 2, GLEnum.Short, 4, integer: true, signed: true);
        Add(VirglFormat.R32A32Uint, 2, GLEnum.UnsignedInt, 8, integer: true);
        Add(VirglFormat.R32A32Sint, 2, GLEnum.Int, 8, integer: true, signed: true);
    }

    /// <summary>Looks a format up; any number may be asked for.</summary>
    internal static bool TryGet(VirglFormat format, out VertexFormat vertex)
    {
        vertex = (uint)format < (uint)_rows.Length ? _rows[(int)format] : default;
        return vertex.SizeInBytes != 0;
    }

    private static void Add(VirglFormat format, int components, GLEnum type, int sizeInBytes,
        bool normalized = false, bool bgra = false, bool integer = false, bool signed = false, bool isDouble = false) =>
        _rows[(int)format] = new VertexFormat(components, type, normalized, bgra, integer, signed, isDouble, sizeInBytes);
}
