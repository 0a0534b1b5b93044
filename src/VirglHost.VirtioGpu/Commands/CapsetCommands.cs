using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Commands;

/// <summary>The capability sets: what the guest's driver learns about the host's GL.</summary>
internal sealed class CapsetCommands(GpuParts parts)
{
    private const uint VirglId = 1;
    private const uint Virgl2Id = 2;

    private readonly byte[] _response = new byte[Unsafe.SizeOf<ControlHeader>() + 4096];

    /// <summary>num_capsets of config space.</summary>
    public uint Count => !parts.Offers3d || Size(VirglId) == 0 ? 0u : Size(Virgl2Id) == 0 ? 1u : 2u;

    public ControlType GetInfo(GpuRequest request)
    {
        if (!request.TryGet(out GetCapsetInfoCommand command)) return parts.RefuseShort();
        if (command.CapsetIndex >= Count)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"capset index {command.CapsetIndex}, there are {Count}");
        uint id = command.CapsetIndex + VirglId;
        var response = new CapsetInfoResponse { CapsetId = id, CapsetMaxVersion = MaximumVersion(id), CapsetMaxSize = (uint)Size(id) };
        request.Answer(ControlType.OkCapsetInfo, MemoryMarshal.AsBytes(new Span<CapsetInfoResponse>(ref response)));
        return default;
    }

    public ControlType Get(GpuRequest request)
    {
        if (!request.TryGet(out GetCapsetCommand command)) return parts.RefuseShort();
        int size = command.CapsetId is 0 || command.CapsetId > Count ? 0 : Size(command.CapsetId);
        Span<byte> content = _response.AsSpan(Unsafe.SizeOf<ControlHeader>(), size);
        content.Clear();
        if (size == 0 || command.CapsetVersion > MaximumVersion(command.CapsetId)
            || parts.Renderer.WriteCapset(command.CapsetId, command.CapsetVersion, content) == 0)
        {
            return parts.Refuse(
                ControlType.ErrorInvalidParameter, $"there is no capset {command.CapsetId} of version {command.CapsetVersion}");
        }

        request.Answer(ControlType.OkCapset, _response.AsSpan(0, Unsafe.SizeOf<ControlHeader>() + size));
        return default;
    }

    private static uint MaximumVersion(uint id) => id == Virgl2Id ? 2u : 1u;

    private int Size(uint id) => parts.Renderer.GetCapsetSize(id);
}
