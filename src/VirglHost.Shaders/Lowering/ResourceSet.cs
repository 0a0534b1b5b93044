using System.Collections.Immutable;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// Samplers, images, storage buffers and shared memory. Units that an address selects among form one arrayed variable: the run of
/// declared units that starts at the base and shares its type.
/// </summary>
internal sealed class ResourceSet
{
    private const int MaxUnits = 32;
    private readonly IrBuilder _builder;
    private readonly RegisterSet _registers;
    private readonly TgsiDeclaration?[] _samplers = new TgsiDeclaration?[MaxUnits];
    private readonly TgsiDeclaration?[] _views = new TgsiDeclaration?[MaxUnits];
    private readonly TgsiDeclaration?[] _images = new TgsiDeclaration?[MaxUnits];
    private readonly TgsiDeclaration?[] _buffers = new TgsiDeclaration?[MaxUnits];
    private readonly Dictionary<RegisterFile, SortedSet<int>> _arrayBases = [];
    private readonly Dictionary<(RegisterFile, int), VariableId> _variables = [];
    private readonly HashSet<RegisterFile> _signed = [];
    private readonly HashSet<RegisterFile> _unsigned = [];
    private TgsiDeclaration? _shared;

    public ResourceSet(IrBuilder builder, TgsiShader shader, RegisterSet registers)
    {
        _builder = builder;
        _registers = registers;
        foreach (TgsiDeclaration declaration in shader.Declarations) Declare(declaration);
        foreach (TgsiInstruction instruction in shader.Instructions)
        {
            foreach (TgsiSource source in instruction.Sources) NoteIndirection(source.Register);
            foreach (TgsiDestination destination in instruction.Destinations) NoteIndirection(destination.Register);
            NoteSignedness(instruction);
        }
    }

    public uint BufferMask => MaskOf(_buffers);

    public ImmutableArray<ShaderImage> Images
        => [.. Enumerable.Range(0, MaxUnits).Where(i => _images[i] is not null).Select(i => Describe(i, _images[i]!))];

    public ImmutableArray<ShaderSampler> Samplers
        => [.. UsedSamplers().OrderBy(sampler => sampler.Index)];

    /// <summary>The sampler variable of an operand and, in an array, which element.</summary>
    public (VariableId Variable, ExpressionId Element) Sampler(TgsiSource source, TextureTarget target)
    {
        TgsiRegister register = Require(source, RegisterFile.Sampler);
        (int first, int count, ExpressionId element) = Locate(register, _samplers, source.Offset, HaveSameView);
        if (!_variables.TryGetValue((RegisterFile.Sampler, first), out VariableId variable))
        {
            variable = _builder.Module.Add(new Variable
            {
                Storage = VariableStorage.Sampler, Type = IrType.Float, Index = first, BlockCount = count, Target = target,
                SampledKind = target.IsShadow() ? SampledKind.Float : _views[first]?.SampledKind ?? SampledKind.Float,
            });
            _variables.Add((RegisterFile.Sampler, first), variable);
        }

        if (_builder.Module[variable].Target != target) throw new TgsiRefusal(source.Offset, $"SAMP[{first}] is used with two texture targets");
        return (variable, element);
    }

    public (VariableId Variable, ExpressionId Element) Image(TgsiRegister register, int offset, bool isRead, bool isWritten)
    {
        (int first, int count, ExpressionId element) = Locate(register, _images, offset, HaveSameImageType);
        TgsiDeclaration declaration = _images[first]!;
        ShaderImage image = Describe(first, declaration);
        if (!_variables.TryGetValue((RegisterFile.Image, first), out VariableId variable))
        {
            variable = _builder.Module.Add(new Variable
            {
                Storage = VariableStorage.Image, Type = IrType.Float, Index = first, BlockCount = count, Target = image.Target,
                SampledKind = image.Kind, Format = image.FormatName,
            });
            _variables.Add((RegisterFile.Image, first), variable);
        }

        if (isRead && image.FormatName.Length == 0) throw new TgsiRefusal(offset, "an image without a format cannot be read");
        if (isWritten && !image.IsWritable) throw new TgsiRefusal(offset, $"IMAGE[{first}] is not declared WR");
        Variable known = _builder.Module[variable];
        _builder.Module.Variables[variable.Index] = known with { IsReadable = known.IsReadable || isRead, IsWritable = known.IsWritable || isWritten };
        return (variable, element);
    }

    public (VariableId Variable, ExpressionId Element) Buffer(TgsiRegister register, int offset)
    {
        (int first, int count, ExpressionId element) = Locate(register, _buffers, offset, static (_, _) => true);
        if (!_variables.TryGetValue((RegisterFile.Buffer, first), out VariableId variable))
        {
            variable = _builder.Module.Add(new Variable
            {
                Storage = VariableStorage.Storage, Type = WordType(RegisterFile.Buffer), Index = first, BlockCount = count, ArrayLength = Variable.Unsized,
            });
            _variables.Add((RegisterFile.Buffer, first), variable);
        }

        return (variable, element);
    }

    public VariableId Shared(TgsiRegister register, int offset)
    {
        if (_shared is null || register.HasDimension || register.Index.IsIndirect || register.Index.Offset != 0)
            throw new TgsiRefusal(offset, "MEMORY[0] is not declared shared");
        if (!_variables.TryGetValue((RegisterFile.Memory, 0), out VariableId variable))
        {
            variable = _builder.Module.Add(new Variable
            {
                Storage = VariableStorage.Shared, Type = WordType(RegisterFile.Memory), ArrayLength = Variable.Unsized,
            });
            _variables.Add((RegisterFile.Memory, 0), variable);
        }

        return variable;
    }

    public void MarkCoherent(VariableId variable)
        => _builder.Module.Variables[variable.Index] = _builder.Module[variable] with { IsCoherent = true };

    private void Declare(TgsiDeclaration declaration)
    {
        TgsiDeclaration?[]? table = declaration.File switch
        {
            RegisterFile.Sampler => _samplers,
            RegisterFile.SamplerView => _views,
            RegisterFile.Image => _images,
            RegisterFile.Buffer => _buffers,
            _ => null,
        };
        if (declaration.File == RegisterFile.Memory) _shared = declaration;
        if (table is null) return;
        if (declaration.Last >= MaxUnits || declaration.HasDimension) throw new TgsiRefusal(declaration.Offset, $"units go from 0 to {MaxUnits - 1}");
        for (int i = declaration.First; i <= declaration.Last; i++)
        {
            if (table[i] is not null) throw new TgsiRefusal(declaration.Offset, $"unit {i} is declared twice");
            table[i] = declaration;
        }

        if (declaration.File == RegisterFile.Image) _ = ImageFormatTable.Describe(declaration);
    }

    private void NoteIndirection(TgsiRegister register)
    {
        if (!register.Index.IsIndirect || register.File is not (RegisterFile.Sampler or RegisterFile.Image or RegisterFile.Buffer)) return;
        if (!_arrayBases.TryGetValue(register.File, out SortedSet<int>? bases)) _arrayBases.Add(register.File, bases = []);
        bases.Add(register.Index.Offset);
    }

    /// <summary>GLSL's minimum and maximum go by the declared type of a word, so memory is declared as most of these atomics need it.</summary>
    private void NoteSignedness(TgsiInstruction instruction)
    {
        if (instruction.Sources.Length == 0) return;
        RegisterFile file = instruction.Sources[0].Register.File;
        if (instruction.Opcode.Mnemonic is "ATOMIMIN" or "ATOMIMAX") _signed.Add(file);
        if (instruction.Opcode.Mnemonic is "ATOMUMIN" or "ATOMUMAX") _unsigned.Add(file);
    }

    private IrType WordType(RegisterFile file) => _signed.Contains(file) && !_unsigned.Contains(file) ? IrType.Int : IrType.UInt;

    /// <summary>Start and length of the array a unit lies in (length 0: it stands alone), and the element to use.</summary>
    private (int First, int Count, ExpressionId Element) Locate(
        TgsiRegister register, TgsiDeclaration?[] table, int offset, Func<int, int, bool> areAlike)
    {
        int unit = register.Index.Offset;
        if (register.HasDimension || (uint)unit >= MaxUnits || table[unit] is null) throw new TgsiRefusal(offset, $"unit {unit} is not declared");
        int first = unit;
        if (_arrayBases.TryGetValue(register.File, out SortedSet<int>? bases))
        {
            int start = unit;
            while (start > 0 && table[start - 1] is not null && areAlike(start - 1, unit)) start--;
            int[] inRun = [.. bases.GetViewBetween(start, unit)];
            if (inRun.Length > 0)
            {
                first = inRun[0];
                int end = unit;
                while (end + 1 < MaxUnits && table[end + 1] is not null && areAlike(end + 1, unit)) end++;
                return (first, end - first + 1, _registers.Element(register.Index, first, end - first + 1, offset));
            }
        }

        return (first, 0, ExpressionId.None);
    }

    private bool HaveSameView(int left, int right)
        => _views[left]?.Target == _views[right]?.Target && _views[left]?.SampledKind == _views[right]?.SampledKind;

    private bool HaveSameImageType(int left, int right) => Describe(left, _images[left]!) with { Index = right } == Describe(right, _images[right]!);

    private IEnumerable<ShaderSampler> UsedSamplers()
    {
        foreach (Variable variable in _builder.Module.Variables.Where(variable => variable.Storage == VariableStorage.Sampler))
        {
            for (int i = 0; i < Math.Max(variable.BlockCount, 1); i++)
                yield return new ShaderSampler(variable.Index + i, variable.Target, variable.SampledKind);
        }
    }

    private static ShaderImage Describe(int unit, TgsiDeclaration declaration)
    {
        (string name, SampledKind kind) = ImageFormatTable.Describe(declaration);
        return new ShaderImage(unit, declaration.Target, kind, name, declaration.IsWritable);
    }

    private static TgsiRegister Require(TgsiSource source, RegisterFile file)
        => source.Register.File == file && !source.Register.IsNull ? source.Register : throw new TgsiRefusal(source.Offset, $"expected a {file} operand");

    private static uint MaskOf(TgsiDeclaration?[] table)
    {
        uint mask = 0;
        for (int i = 0; i < table.Length; i++)
        {
            if (table[i] is not null) mask |= 1u << i;
        }

        return mask;
    }
}
