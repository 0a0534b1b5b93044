namespace VirglHost.Shaders.Tgsi;

/// <summary>A source operand. <paramref name="Swizzle"/> packs four lanes, two bits each; <paramref name="Offset"/> is its place in the text.</summary>
internal readonly record struct TgsiSource(TgsiRegister Register, int Swizzle, bool IsNegated, bool IsAbsolute, int Offset)
{
    public const int IdentitySwizzle = 0xE4;

    public int Lane(int lane) => (Swizzle >> (lane * 2)) & 3;
}
