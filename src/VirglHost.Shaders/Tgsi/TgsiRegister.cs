using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Tgsi;

/// <summary>A register as an operand names it.</summary>
/// <param name="File">Register file.</param>
/// <param name="Index">Register index: the last bracket.</param>
/// <param name="HasDimension">Two brackets were given.</param>
/// <param name="Dimension">First of two brackets: vertex, invocation or buffer.</param>
/// <param name="IsNull">The NULL file: results are dropped.</param>
internal readonly record struct TgsiRegister(RegisterFile File, TgsiIndex Index, bool HasDimension, TgsiIndex Dimension, bool IsNull = false);
