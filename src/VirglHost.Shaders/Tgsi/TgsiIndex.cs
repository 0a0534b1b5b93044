using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Tgsi;

/// <summary>What stands inside a bracket: a number, or an address component plus a number.</summary>
internal readonly record struct TgsiIndex(int Offset, bool IsIndirect = false, RegisterFile File = default, int Register = 0, int Component = 0, int ArrayId = 0);
