using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// The OUT file. In most stages an output is a private variable while the body runs; passes decide in the epilogue what becomes of it.
/// Tessellation control outputs are seen by other invocations as they are written and so are stored directly.
/// </summary>
internal sealed class OutputRegisters(IrBuilder builder, RegisterSet set, ShaderStage stage)
{
    private const int MaxRegisters = 64;
    private static readonly IrType Raw4 = new(ScalarKind.UInt, 4);

    private readonly TgsiDeclaration?[] _declarations = new TgsiDeclaration?[MaxRegisters];
    private readonly int[] _masks = new int[MaxRegisters];
    private readonly int[] _written = new int[MaxRegisters];
    private readonly int[] _streams = new int[MaxRegisters];
    private readonly bool[] _isInvariant = new bool[MaxRegisters];
    private readonly OutputRegister?[] _registers = new OutputRegister?[MaxRegisters];
    private readonly Dictionary<int, RegisterArray> _arrays = [];
    private readonly HashSet<int> _indexedArrays = [];
    private readonly TessControlOutputs _direct = new(builder, set);
    private bool _sharesArrays;

    public IEnumerable<OutputRegister> Declared => _registers.Where(register => register is not null).Select(register => register!);

    public void Declare(TgsiDeclaration declaration)
    {
        if (stage == ShaderStage.Compute) throw new TgsiRefusal(declaration.Offset, "compute shaders have no outputs");
        if (declaration.Last >= MaxRegisters) throw new TgsiRefusal(declaration.Offset, $"more than {MaxRegisters} outputs");
        if (declaration.Semantic is not { } semantic) throw new TgsiRefusal(declaration.Offset, "an output needs a semantic");
        if (!IsKnown(semantic, declaration.SemanticIndex + declaration.Last - declaration.First))
            throw new TgsiRefusal(declaration.Offset, $"output semantic {semantic} is not supported in this stage");
        if (declaration.Streams != 0 && stage != ShaderStage.Geometry) throw new TgsiRefusal(declaration.Offset, "vertex streams need a geometry shader");
        if (semantic is ShaderSemantic.Layer or ShaderSemantic.ViewportIndex && stage is ShaderStage.Vertex or ShaderStage.TessEvaluation)
            builder.Module.Require(GlslHostFeatures.ViewportLayerArray, declaration.Offset);
        if (semantic == ShaderSemantic.Stencil) builder.Module.Require(GlslHostFeatures.StencilExport, declaration.Offset);
        for (int i = declaration.First; i <= declaration.Last; i++)
        {
            Merge(i, declaration);
        }

        if (declaration.ArrayId != 0 && !_arrays.TryAdd(declaration.ArrayId, new RegisterArray(declaration.First, declaration.Last - declaration.First + 1)))
            throw new TgsiRefusal(declaration.Offset, "array id declared twice");
    }

    /// <summary>Guests declare a register once for each of the varyings that share it by components.</summary>
    private void Merge(int number, TgsiDeclaration declaration)
    {
        if (_declarations[number] is { } known)
        {
            bool isSame = known.Semantic == declaration.Semantic && known.SemanticIndex - known.First == declaration.SemanticIndex - declaration.First;
            if (!isSame) throw new TgsiRefusal(declaration.Offset, $"OUT[{number}] is declared twice");
            _sharesArrays |= known.ArrayId != declaration.ArrayId;
        }

        _declarations[number] ??= declaration;
        for (int lane = 0; lane < 4; lane++)
        {
            bool isNew = (declaration.Mask & ~_masks[number] & (1 << lane)) != 0;
            if (isNew) _streams[number] |= declaration.Streams & (3 << (lane * 2));
        }

        _masks[number] |= declaration.Mask;
        _isInvariant[number] |= declaration.IsInvariant;
    }

    /// <summary>An instruction writes these lanes of one register.</summary>
    public void NoteWrite(TgsiDestination destination)
    {
        if ((uint)destination.Register.Index.Offset < MaxRegisters) _written[destination.Register.Index.Offset] |= destination.Mask;
    }

    public void NoteIndirection(int arrayId) => _indexedArrays.Add(arrayId);

    /// <summary>Makes the variables, once every declaration and every indexed array is known.</summary>
    public void Freeze()
    {
        if (_sharesArrays && _indexedArrays.Count > 0) _indexedArrays.Add(0);
        if (_indexedArrays.Contains(0)) JoinAll();
        for (int i = 0; i < MaxRegisters; i++)
        {
            if (_declarations[i] is not { } declaration) continue;
            RegisterArray? array = _arrays.GetValueOrDefault(declaration.ArrayId is var id && _arrays.ContainsKey(0) ? 0 : id);
            bool isIndexed = array is not null && (_indexedArrays.Contains(declaration.ArrayId) || _indexedArrays.Contains(0));
            VariableId variable = stage == ShaderStage.TessControl ? VariableId.None : isIndexed ? Materialise(array!) : Single(i);
            int index = declaration.SemanticIndex + i - declaration.First;
            _registers[i] = new OutputRegister(
                i, variable, isIndexed ? i - array!.First : -1, declaration.Semantic!.Value, index, MaskOf(i, declaration.Semantic!.Value, index),
                _isInvariant[i], _streams[i]);
            RequireNoOverlap(_registers[i]!, declaration.Offset);
            builder.Module.Outputs.Add(_registers[i]!);
            if (stage == ShaderStage.TessControl) _direct.Declare(_registers[i]!);
        }
    }

    public ExpressionId Load(TgsiRegister register, int offset)
    {
        if (stage == ShaderStage.TessControl) return _direct.Load(register, offset);
        (VariableId variable, ExpressionId element) = Locate(register, offset);
        return builder.Load(variable, element);
    }

    public void Store(Block block, TgsiDestination destination, ExpressionId value, bool isPrecise)
    {
        if (stage == ShaderStage.TessControl)
        {
            _direct.Store(block, destination, value, isPrecise);
            return;
        }

        (VariableId variable, ExpressionId element) = Locate(destination.Register, destination.Offset);
        if (isPrecise) builder.Module.Variables[variable.Index] = builder.Module[variable] with { IsPrecise = true };
        block.Add(new StoreStatement(variable, element, ExpressionId.None, destination.Mask, value));
    }

    /// <summary>The colour buffer behind an output register.</summary>
    public int ColorLocation(int number, int offset)
    {
        OutputRegister output = Find(number, offset);
        return output.Semantic == ShaderSemantic.Color ? output.Index : throw new TgsiRefusal(offset, $"OUT[{number}] is no colour");
    }

    private bool IsKnown(ShaderSemantic semantic, int lastIndex)
    {
        bool isFragment = stage == ShaderStage.Fragment;
        return semantic switch
        {
            ShaderSemantic.Color => lastIndex < (isFragment ? ShaderKey.MaxColorBuffers : 2),
            ShaderSemantic.Stencil or ShaderSemantic.SampleMask => isFragment,
            ShaderSemantic.Position => true,
            ShaderSemantic.Patch or ShaderSemantic.TessOuter or ShaderSemantic.TessInner => stage == ShaderStage.TessControl,
            ShaderSemantic.ClipDistance => !isFragment && lastIndex < 2,
            ShaderSemantic.Layer or ShaderSemantic.ViewportIndex or ShaderSemantic.PrimitiveId or ShaderSemantic.PointSize
                or ShaderSemantic.ClipVertex or ShaderSemantic.EdgeFlag => !isFragment,
            _ => !isFragment && ShaderInfo.IsUserVarying(semantic),
        };
    }

    /// <summary>
    /// What a varying carries: the declared components, and where no other register carries it too, those that are written. Guests leave the upper
    /// half out of the declaration when a second 64-bit varying lies there.
    /// </summary>
    private int MaskOf(int number, ShaderSemantic semantic, int index)
    {
        if (!ShaderInfo.IsUserVarying(semantic) || _streams[number] != 0) return _masks[number];
        for (int i = 0; i < MaxRegisters; i++)
        {
            if (i != number && _declarations[i] is { } other && other.Semantic == semantic && other.SemanticIndex + i - other.First == index) return _masks[number];
        }

        return _masks[number] | _written[number];
    }

    private void RequireNoOverlap(OutputRegister added, int offset)
    {
        foreach (OutputRegister other in builder.Module.Outputs)
        {
            if (other.Semantic == added.Semantic && other.Index == added.Index && (other.Mask & added.Mask) != 0)
                throw new TgsiRefusal(offset, $"{added.Semantic}[{added.Index}] is declared twice");
        }
    }

    private void JoinAll()
    {
        int last = Array.FindLastIndex(_declarations, declaration => declaration is not null);
        _arrays.Clear();
        _arrays.Add(0, new RegisterArray(0, last + 1));
    }

    private VariableId Single(int register)
        => builder.Module.Add(new Variable { Storage = VariableStorage.Private, Type = Raw4, File = RegisterFile.Output, Index = register });

    private VariableId Materialise(RegisterArray array)
    {
        if (array.Variable.IsNone)
        {
            array.Variable = builder.Module.Add(new Variable
            {
                Storage = VariableStorage.Private, Type = Raw4, File = RegisterFile.Output, Index = array.First, ArrayLength = array.Length,
            });
        }

        return array.Variable;
    }

    private OutputRegister Find(int number, int offset)
    {
        OutputRegister? output = (uint)number < MaxRegisters ? _registers[number] : null;
        return output ?? throw new TgsiRefusal(offset, $"OUT[{number}] is not declared");
    }

    private RegisterArray ArrayAt(int arrayId, int offset)
    {
        // An address without an array joins all outputs; where none is declared there is no variable for them.
        RegisterArray? array = _arrays.GetValueOrDefault(_arrays.ContainsKey(0) ? 0 : arrayId);
        return array is { Variable.IsNone: false } ? array : throw new TgsiRefusal(offset, "the array is not declared");
    }

    private (VariableId Variable, ExpressionId Element) Locate(TgsiRegister register, int offset)
    {
        if (register.HasDimension) throw new TgsiRefusal(offset, "this output has no first index");
        if (register.Index.IsIndirect)
        {
            RegisterArray array = ArrayAt(register.Index.ArrayId, offset);
            return (array.Variable, set.Element(register.Index, array.First, array.Length, offset));
        }

        OutputRegister output = Find(register.Index.Offset, offset);
        return (output.Variable, output.Element < 0 ? ExpressionId.None : builder.Int(output.Element));
    }
}
