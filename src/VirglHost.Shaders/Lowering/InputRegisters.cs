using System.Collections.Immutable;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// The IN file: attributes, varyings and the built-ins that TGSI counts as inputs (tgsi.md §5). Per-vertex inputs take a vertex first.
/// An input range that is indexed by an address is copied into a private array before the body.
/// </summary>
internal sealed class InputRegisters(IrBuilder builder, RegisterSet set, ShaderStage stage)
{
    private const int MaxRegisters = 64;
    private const int MaxPatchVertices = 32;
    private static readonly IrType Float4 = new(ScalarKind.Float, 4);

    private readonly InputRegister?[] _registers = new InputRegister?[MaxRegisters];
    private readonly Dictionary<int, RegisterArray> _arrays = [];
    private readonly Dictionary<int, RegisterArray> _runs = [];
    private readonly Dictionary<(ShaderSemantic, int), VariableId> _variables = [];

    public IEnumerable<InputRegister> Declared => _registers.Where(register => register is not null).Select(register => register!);

    public void Declare(TgsiDeclaration declaration)
    {
        if (declaration.Last >= MaxRegisters) throw new TgsiRefusal(declaration.Offset, $"more than {MaxRegisters} inputs");
        if (stage == ShaderStage.Compute) throw new TgsiRefusal(declaration.Offset, "compute shaders have no inputs");
        bool isVertex = stage == ShaderStage.Vertex;
        if (!isVertex && declaration.Semantic is null) throw new TgsiRefusal(declaration.Offset, "an input needs a semantic");
        for (int i = declaration.First; i <= declaration.Last; i++)
        {
            ShaderSemantic semantic = isVertex ? ShaderSemantic.Attribute : declaration.Semantic!.Value;
            int index = isVertex ? i : declaration.SemanticIndex + i - declaration.First;
            if (isVertex && i >= 32) throw new TgsiRefusal(declaration.Offset, "more than 32 vertex attributes");
            if (!IsKnown(semantic)) throw new TgsiRefusal(declaration.Offset, $"input semantic {semantic} is not supported in this stage");
            InterpolationMode interpolation = declaration.Interpolation ?? InterpolationMode.Perspective;
            if (_registers[i] is { } known)
            {
                _registers[i] = Merge(known, semantic, index, declaration);
                continue;
            }

            _registers[i] = new InputRegister(i, semantic, index, declaration.Mask, interpolation, declaration.Location, IsPerVertex(semantic));
            CheckSplit(_registers[i]!, declaration.Offset);
        }

        if (declaration.ArrayId != 0 && !_arrays.TryAdd(declaration.ArrayId, new RegisterArray(declaration.First, declaration.Last - declaration.First + 1)))
            throw new TgsiRefusal(declaration.Offset, "array id declared twice");
    }

    public ExpressionId Load(TgsiRegister register, int offset)
    {
        if (register.Index.IsIndirect) return LoadIndirect(register, offset);
        InputRegister input = Find(register.Index.Offset, offset);
        return Load(input, Vertex(register, input.IsPerVertex, offset));
    }

    /// <summary>
    /// A function of a fragment input's varying, four float lanes; where an address selects the input, a switch goes over all that it can mean.
    /// </summary>
    public ExpressionId Map(TgsiRegister register, int offset, Func<ExpressionId, ExpressionId> function)
    {
        if (register.HasDimension) throw new TgsiRefusal(offset, "the input has no vertex index");
        if (!register.Index.IsIndirect) return function(LoadVarying(Find(register.Index.Offset, offset), offset));
        RegisterArray array = ArrayOf(register.Index, offset);
        ExpressionId element = set.Element(register.Index, array.First, array.Length, offset);
        return Choose(array.Length, element, offset, i => function(LoadVarying(Find(array.First + i, offset), offset)), ScalarKind.Float);
    }

    private ExpressionId LoadVarying(InputRegister input, int offset) => ShaderInfo.IsUserVarying(input.Semantic)
        ? builder.Load(Materialise(input))
        : throw new TgsiRefusal(offset, "only a plain varying can be interpolated anew");

    private bool IsKnown(ShaderSemantic semantic) => semantic switch
    {
        ShaderSemantic.Attribute => true,
        ShaderSemantic.Position or ShaderSemantic.ClipDistance or ShaderSemantic.PrimitiveId => true,
        ShaderSemantic.Face or ShaderSemantic.PointCoord => stage == ShaderStage.Fragment,
        ShaderSemantic.Layer or ShaderSemantic.ViewportIndex => stage is ShaderStage.Fragment or ShaderStage.Geometry,
        ShaderSemantic.PointSize => stage != ShaderStage.Fragment,
        ShaderSemantic.Patch or ShaderSemantic.TessOuter or ShaderSemantic.TessInner => stage == ShaderStage.TessEvaluation,
        ShaderSemantic.EdgeFlag or ShaderSemantic.ClipVertex => stage != ShaderStage.Fragment,
        _ => ShaderInfo.IsUserVarying(semantic),
    };

    private bool IsPerVertex(ShaderSemantic semantic) => stage is ShaderStage.Geometry or ShaderStage.TessControl or ShaderStage.TessEvaluation
        && semantic is not (ShaderSemantic.Patch or ShaderSemantic.TessOuter or ShaderSemantic.TessInner or ShaderSemantic.PrimitiveId);

    /// <summary>Guests declare a register once for each of the varyings that share it by components.</summary>
    private InputRegister Merge(InputRegister known, ShaderSemantic semantic, int index, TgsiDeclaration declaration)
    {
        InterpolationMode interpolation = declaration.Interpolation ?? InterpolationMode.Perspective;
        bool isSame = known.Semantic == semantic && known.Index == index
            && (stage != ShaderStage.Fragment || (known.Interpolation, known.Location) == (interpolation, declaration.Location));
        if (!isSame) throw new TgsiRefusal(declaration.Offset, $"IN[{known.Register}] is declared twice");
        return known with { Mask = known.Mask | declaration.Mask };
    }

    /// <summary>Parts of one varying are one GLSL variable, so they must interpolate alike, as GLSL itself demands of its source.</summary>
    private void CheckSplit(InputRegister added, int offset)
    {
        foreach (InputRegister other in Declared)
        {
            if (other.Semantic != added.Semantic || other.Index != added.Index || ReferenceEquals(other, added)) continue;
            if (stage == ShaderStage.Fragment && (other.Interpolation, other.Location) != (added.Interpolation, added.Location))
                throw new TgsiRefusal(offset, "parts of one varying interpolate differently");
            if ((other.Mask & added.Mask) != 0) throw new TgsiRefusal(offset, $"{added.Semantic}[{added.Index}] is declared twice");
        }
    }

    private InputRegister Find(int number, int offset)
    {
        InputRegister? input = (uint)number < MaxRegisters ? _registers[number] : null;
        return input ?? throw new TgsiRefusal(offset, $"IN[{number}] is not declared");
    }

    private ExpressionId Vertex(TgsiRegister register, bool isPerVertex, int offset)
    {
        if (register.HasDimension != isPerVertex) throw new TgsiRefusal(offset, isPerVertex ? "the input needs a vertex index" : "the input has no vertex index");
        return isPerVertex ? set.Element(register.Dimension, 0, VertexCount(), offset) : ExpressionId.None;
    }

    private int VertexCount() => builder.Module.Layout.Geometry is { } geometry
        ? geometry.InputPrimitive switch
        {
            ShaderPrimitive.Points => 1,
            ShaderPrimitive.Lines => 2,
            ShaderPrimitive.LinesAdjacency => 4,
            ShaderPrimitive.Triangles => 3,
            _ => 6,
        }
        : MaxPatchVertices;

    private ExpressionId Load(InputRegister input, ExpressionId vertex)
    {
        SystemValueRegisters values = set.SystemValues;
        switch (input.Semantic)
        {
            case ShaderSemantic.Position when stage != ShaderStage.Fragment:
                return Raw(builder.Load(builder.Module.Require(BuiltIn.PositionIn, Float4, Variable.Unsized), vertex));
            case ShaderSemantic.PointSize:
                return values.Words(builder.Load(builder.Module.Require(BuiltIn.PointSizeIn, IrType.Float, Variable.Unsized), vertex));
            case ShaderSemantic.ClipDistance:
                return LoadClipDistances(input, vertex);
            case ShaderSemantic.TessOuter or ShaderSemantic.TessInner:
                return values.Load(input.Semantic);
            case ShaderSemantic.PrimitiveId or ShaderSemantic.Face or ShaderSemantic.Position or ShaderSemantic.PointCoord:
                return values.Load(input.Semantic);
            case ShaderSemantic.Layer or ShaderSemantic.ViewportIndex when stage == ShaderStage.Fragment:
                return values.Load(input.Semantic);
            case ShaderSemantic.EdgeFlag or ShaderSemantic.Layer or ShaderSemantic.ViewportIndex:
                return builder.Literal(ScalarKind.UInt, [0, 0, 0, 0]);
            default:
                return Raw(builder.Load(Materialise(input), vertex));
        }
    }

    private ExpressionId LoadClipDistances(InputRegister input, ExpressionId vertex)
    {
        bool isFragment = stage == ShaderStage.Fragment;
        VariableId distances = builder.Module.Require(
            isFragment ? BuiltIn.FragmentClipDistance : BuiltIn.ClipDistanceIn, IrType.Float, isFragment ? 8 : Variable.Unsized);
        Span<ExpressionId> lanes = stackalloc ExpressionId[4];
        for (int i = 0; i < 4; i++)
        {
            ExpressionId number = builder.Int(Math.Min((input.Index * 4) + i, 7));
            lanes[i] = isFragment ? builder.Load(distances, number) : builder.Load(distances, vertex, number);
        }

        return Raw(builder.Construct(lanes));
    }

    private VariableId Materialise(InputRegister input)
    {
        if (!input.Variable.IsNone) return input.Variable;
        if (_variables.TryGetValue((input.Semantic, input.Index), out VariableId shared))
        {
            input.Variable = shared;
            return shared;
        }

        bool isAttribute = input.Semantic == ShaderSemantic.Attribute;
        input.Variable = builder.Module.Add(new Variable
        {
            Storage = isAttribute ? VariableStorage.Attribute : VariableStorage.VaryingIn,
            Type = Float4,
            Index = input.Index,
            Semantic = input.Semantic,
            ArrayLength = input.IsPerVertex ? Variable.Unsized : 0,
            Interpolation = input.Interpolation,
            Location = input.Location,
        });
        _variables.Add((input.Semantic, input.Index), input.Variable);
        return input.Variable;
    }

    private ExpressionId LoadIndirect(TgsiRegister register, int offset)
    {
        RegisterArray array = ArrayOf(register.Index, offset);
        bool isPerVertex = Find(array.First, offset).IsPerVertex;
        if (register.HasDimension != isPerVertex) throw new TgsiRefusal(offset, "wrong number of input indices");
        ExpressionId element = set.Element(register.Index, array.First, array.Length, offset);
        if (isPerVertex) return ChooseRegister(array, element, set.Element(register.Dimension, 0, VertexCount(), offset), offset);
        if (array.Variable.IsNone) array.Variable = CopyToArray(array, offset);
        return builder.Load(array.Variable, element);
    }

    /// <summary>The declared array, or without one the run of like registers around the base.</summary>
    private RegisterArray ArrayOf(TgsiIndex index, int offset)
    {
        if (index.ArrayId != 0) return _arrays.GetValueOrDefault(index.ArrayId) ?? throw new TgsiRefusal(offset, "the array is not declared");
        InputRegister start = Find(Math.Clamp(index.Offset, 0, MaxRegisters - 1), offset);
        int first = start.Register;
        while (first > 0 && _registers[first - 1] is { } before && before.IsPerVertex == start.IsPerVertex) first--;
        if (_runs.TryGetValue(first, out RegisterArray? run)) return run;
        int count = 0;
        while (first + count < MaxRegisters && _registers[first + count] is { } next && next.IsPerVertex == start.IsPerVertex) count++;
        run = new RegisterArray(first, count);
        _runs.Add(first, run);
        return run;
    }

    /// <summary>Per-vertex inputs are too many to copy, so a switch reads the one that is meant.</summary>
    private ExpressionId ChooseRegister(RegisterArray array, ExpressionId element, ExpressionId vertex, int offset)
        => Choose(array.Length, element, offset, i => Load(Find(array.First + i, offset), vertex), ScalarKind.UInt);

    /// <summary>One of several values of four lanes of <paramref name="kind"/>.</summary>
    private ExpressionId Choose(int count, ExpressionId element, int offset, Func<int, ExpressionId> valueOf, ScalarKind kind)
    {
        set.ChargeSelection(count, offset);
        VariableId chosen = builder.Module.AddScratch(new IrType(kind, 4));
        var cases = ImmutableArray.CreateBuilder<SwitchCase>(count);
        for (int i = 0; i < count; i++)
        {
            var body = new Block();
            body.Add(new StoreStatement(chosen, ExpressionId.None, ExpressionId.None, 15, valueOf(i)));
            body.Add(new BreakStatement());
            cases.Add(new SwitchCase([(uint)i], false, body));
        }

        set.Block.Add(new SwitchStatement(builder.Bitcast(element, ScalarKind.UInt), cases.ToImmutable()));
        return builder.Load(chosen);
    }

    private VariableId CopyToArray(RegisterArray array, int offset)
    {
        VariableId variable = builder.Module.Add(new Variable
        {
            Storage = VariableStorage.Private,
            Type = new IrType(ScalarKind.UInt, 4),
            File = RegisterFile.Input,
            Index = array.First,
            ArrayLength = array.Length,
        });
        for (int i = 0; i < array.Length; i++)
        {
            ExpressionId value = Load(Find(array.First + i, offset), ExpressionId.None);
            builder.Module.Prologue.Add(new StoreStatement(variable, builder.Int(i), ExpressionId.None, 15, value));
        }

        return variable;
    }

    private ExpressionId Raw(ExpressionId value) => builder.Bitcast(value, ScalarKind.UInt);
}
