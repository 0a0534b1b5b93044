using System.Numerics;
using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_CLIP_STATE: eight user clip planes.</summary>
public readonly ref struct SetClipPlanesCommand : IVirglCommand<SetClipPlanesCommand>
{
    /// <summary>Exactly eight planes.</summary>
    public ReadOnlySpan<Vector4> Planes { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetClipPlanes;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetClipPlanesCommand command)
    {
        if (body.Length != 32)
        {
            command = default;
            return false;
        }

        command = new SetClipPlanesCommand
        {
            Planes = MemoryMarshal.Cast<uint, Vector4>(body),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(MemoryMarshal.Cast<Vector4, uint>(Planes));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        for (int i = 0; i < Planes.Length; i++)
            visitor.Vector($"ucp[{i}]", Planes[i]);
    }
}
