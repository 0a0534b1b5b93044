namespace VirglHost.Shaders.Tgsi;

/// <summary>A destination operand with its write mask (1 to 15).</summary>
internal readonly record struct TgsiDestination(TgsiRegister Register, int Mask, int Offset);
