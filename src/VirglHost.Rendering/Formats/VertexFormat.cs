using VirglHost.OpenGL;

namespace VirglHost.Rendering.Formats;

/// <summary>How GL fetches one attribute.</summary>
/// <param name="ComponentCount">1..4; 4 where <paramref name="IsBgra"/>.</param>
/// <param name="Type">Component type.</param>
/// <param name="IsNormalized">Whether integers become [0, 1] or [-1, 1].</param>
/// <param name="IsBgra">Whether the size argument is GL_BGRA.</param>
/// <param name="IsInteger">Whether shaders see integers.</param>
/// <param name="IsSigned">Whether integers are signed.</param>
/// <param name="IsDouble">Whether memory holds 64-bit floats; shaders see 32-bit ones.</param>
/// <param name="SizeInBytes">Bytes in memory.</param>
internal readonly record struct VertexFormat(
    int ComponentCount, GLEnum Type, bool IsNormalized, bool IsBgra, bool IsInteger, bool IsSigned, bool IsDouble, int SizeInBytes);
