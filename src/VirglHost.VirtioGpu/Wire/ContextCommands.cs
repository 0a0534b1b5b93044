using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Wire;

/// <summary>struct virtio_gpu_ctx_resource: attaches or detaches a resource.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ContextResourceCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>resource_id.</summary>
    public uint ResourceId;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_cmd_submit: size bytes of VirGL words follow.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SubmitCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>size, bytes.</summary>
    public uint Size;

    /// <summary>padding.</summary>
    public uint Padding;
}

/// <summary>struct virtio_gpu_ctx_create: a new VirGL context; its id is in the header.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ContextCreateCommand
{
    /// <summary>hdr.</summary>
    public ControlHeader Header;

    /// <summary>nlen, bytes.</summary>
    public uint NameLength;

    /// <summary>context_init.</summary>
    public uint ContextInit;

    /// <summary>debug_name.</summary>
    public DebugNameText DebugName;
}

/// <summary>char debug_name[64]: the name of the guest's process, not necessarily terminated.</summary>
[InlineArray(SizeInBytes)]
internal struct DebugNameText
{
    /// <summary>Size on the wire in bytes.</summary>
    public const int SizeInBytes = 64;

    private byte _first;
}
