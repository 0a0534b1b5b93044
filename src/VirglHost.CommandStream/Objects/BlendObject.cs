using System.Runtime.InteropServices;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT BLEND: blending of all colour buffers.</summary>
public readonly ref struct BlendObject : IVirglObject<BlendObject>
{
    private const int LengthInWords = 3 + StreamLimits.ColorBuffers;
    private static readonly BitField IndependentBlendBits = new(0, 1);
    private static readonly BitField LogicOperationEnabledBits = new(1, 1);
    private static readonly BitField DitherBits = new(2, 1);
    private static readonly BitField AlphaToCoverageBits = new(3, 1);
    private static readonly BitField AlphaToOneBits = new(4, 1);
    private static readonly BitField LogicOperationBits = new(0, 4);

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Whether each colour buffer has its own equation; else only the first counts.</summary>
    public bool IndependentBlend { get; init; }

    /// <summary>Whether the logic operation replaces blending.</summary>
    public bool LogicOperationEnabled { get; init; }

    /// <summary>Whether dithering is on.</summary>
    public bool Dither { get; init; }

    /// <summary>Whether alpha makes coverage.</summary>
    public bool AlphaToCoverage { get; init; }

    /// <summary>Whether alpha is then replaced by one.</summary>
    public bool AlphaToOne { get; init; }

    /// <summary>The logic operation.</summary>
    public LogicOperation LogicOperation { get; init; }

    /// <summary>Exactly eight equations.</summary>
    public ReadOnlySpan<BlendTarget> Targets { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.Blend;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out BlendObject decoded)
    {
        decoded = default;
        if (body.Length != LengthInWords || body[0] == 0)
            return false;
        decoded = new BlendObject
        {
            Handle = body[0],
            IndependentBlend = IndependentBlendBits.Read(body[1]) != 0,
            LogicOperationEnabled = LogicOperationEnabledBits.Read(body[1]) != 0,
            Dither = DitherBits.Read(body[1]) != 0,
            AlphaToCoverage = AlphaToCoverageBits.Read(body[1]) != 0,
            AlphaToOne = AlphaToOneBits.Read(body[1]) != 0,
            LogicOperation = (LogicOperation)LogicOperationBits.Read(body[2]),
            Targets = MemoryMarshal.Cast<uint, BlendTarget>(body[3..]),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(IndependentBlendBits.Write(IndependentBlend) | LogicOperationEnabledBits.Write(LogicOperationEnabled) |
            DitherBits.Write(Dither) | AlphaToCoverageBits.Write(AlphaToCoverage) | AlphaToOneBits.Write(AlphaToOne));
        writer.Put(LogicOperationBits.Write((uint)LogicOperation));
        writer.Put(MemoryMarshal.Cast<BlendTarget, uint>(Targets));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Flag("independent_blend_enable", IndependentBlend);
        visitor.Flag("logicop_enable", LogicOperationEnabled);
        visitor.Flag("dither", Dither);
        visitor.Flag("alpha_to_coverage", AlphaToCoverage);
        visitor.Flag("alpha_to_one", AlphaToOne);
        visitor.Choice("logicop_func", LogicOperation);
        for (int i = 0; i < Targets.Length; i++)
        {
            visitor.BeginItem("rt", i);
            Targets[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
