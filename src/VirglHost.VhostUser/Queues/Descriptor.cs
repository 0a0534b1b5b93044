using System.Runtime.InteropServices;

namespace VirglHost.VhostUser.Queues;

/// <summary>A split-ring descriptor (SPEC: virtio 1.2, 2.7.5), 16 bytes, little-endian.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Descriptor
{
    internal const int SizeInBytes = 16;

    /// <summary>Guest-physical address.</summary>
    internal readonly ulong Address;

    /// <summary>Length in bytes.</summary>
    internal readonly uint Length;

    private readonly ushort _flags;

    /// <summary>Index of the next descriptor, if <see cref="HasNext"/>.</summary>
    internal readonly ushort Next;

    internal bool HasNext => (_flags & 1) != 0;

    internal bool IsWritable => (_flags & 2) != 0;

    internal bool IsIndirect => (_flags & 4) != 0;
}
