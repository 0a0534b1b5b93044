using System.Numerics;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_TESS_STATE: default levels where no control shader is bound.</summary>
public readonly record struct SetTessellationLevelsCommand : IVirglCommand<SetTessellationLevelsCommand>
{
    /// <summary>Outer levels.</summary>
    public Vector4 Outer { get; init; }

    /// <summary>First inner level.</summary>
    public float Inner0 { get; init; }

    /// <summary>Second inner level.</summary>
    public float Inner1 { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetTessellationLevels;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetTessellationLevelsCommand command)
    {
        if (body.Length != 6)
        {
            command = default;
            return false;
        }

        command = new SetTessellationLevelsCommand
        {
            Outer = Words.Vector(body, 0),
            Inner0 = Words.Float(body[4]),
            Inner1 = Words.Float(body[5]),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Outer);
        writer.Put(Inner0);
        writer.Put(Inner1);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Vector("outer", Outer);
        visitor.Real("inner0", Inner0);
        visitor.Real("inner1", Inner1);
    }
}
