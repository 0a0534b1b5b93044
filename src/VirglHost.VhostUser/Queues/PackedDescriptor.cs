using System.Runtime.InteropServices;

namespace VirglHost.VhostUser.Queues;

/// <summary>A packed-ring descriptor (SPEC: virtio 1.2, 2.8.13), 16 bytes, little-endian; without the two flags that say whose turn it is.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct PackedDescriptor
{
    /// <summary>Guest-physical address.</summary>
    internal readonly ulong Address;

    /// <summary>Length in bytes.</summary>
    internal readonly uint Length;

    /// <summary>Names the request; counts only in the last descriptor of a chain.</summary>
    internal readonly ushort Id;

    private readonly ushort _flags;

    internal bool HasNext => (_flags & 1) != 0;

    internal bool IsWritable => (_flags & 2) != 0;

    internal bool IsIndirect => (_flags & 4) != 0;
}
