using System.Runtime.CompilerServices;

namespace VirglHost.CommandStream.Caps;

/// <summary>One bit for every format number below 512.</summary>
[InlineArray(16)]
public struct FormatMask
{
    private uint _first;

    /// <summary>Sets the bit of a format.</summary>
    /// <param name="format">A format below 512.</param>
    /// <exception cref="IndexOutOfRangeException">The number is 512 or more.</exception>
    public void Add(VirglFormat format) => this[(int)((uint)format / 32)] |= 1u << (int)((uint)format % 32);

    /// <summary>Whether the bit of a format is set; false for 512 and more.</summary>
    /// <param name="format">Any number.</param>
    public readonly bool Contains(VirglFormat format) =>
        (uint)format < 512 && (this[(int)((uint)format / 32)] & (1u << (int)((uint)format % 32))) != 0;
}
