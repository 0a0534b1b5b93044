using System.Globalization;

namespace VirglHost.Shaders.Ir;

/// <summary>The type of every expression: a scalar kind in 1 to 4 lanes. Two bytes, because an arena holds one for each expression.</summary>
internal readonly record struct IrType
{
    private readonly byte _lanes;

    public IrType(ScalarKind kind, int lanes)
    {
        Kind = kind;
        _lanes = (byte)lanes;
    }

    public static readonly IrType Bool = new(ScalarKind.Bool, 1);
    public static readonly IrType Float = new(ScalarKind.Float, 1);
    public static readonly IrType Int = new(ScalarKind.Int, 1);
    public static readonly IrType UInt = new(ScalarKind.UInt, 1);
    public static readonly IrType Double = new(ScalarKind.Double, 1);
    public static readonly IrType UInt64 = new(ScalarKind.UInt64, 1);

    public ScalarKind Kind { get; init; }

    public int Lanes
    {
        get => _lanes;
        init => _lanes = (byte)value;
    }

    public bool Is32Bit => Kind is ScalarKind.Float or ScalarKind.Int or ScalarKind.UInt;

    public IrType WithLanes(int lanes) => this with { Lanes = lanes };

    public IrType WithKind(ScalarKind kind) => this with { Kind = kind };

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}{(Lanes == 1 ? string.Empty : Lanes.ToString(CultureInfo.InvariantCulture))}";
}
