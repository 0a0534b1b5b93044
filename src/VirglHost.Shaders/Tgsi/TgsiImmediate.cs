namespace VirglHost.Shaders.Tgsi;

/// <summary>Four words of constant bits.</summary>
internal readonly record struct TgsiImmediate(uint X, uint Y, uint Z, uint W)
{
    public uint this[int lane] => lane switch { 0 => X, 1 => Y, 2 => Z, _ => W };
}
