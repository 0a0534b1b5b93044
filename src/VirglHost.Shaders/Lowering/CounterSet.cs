using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// The HWATOMIC file: atomic counters by buffer and word. Every declared range is one uniform, named after its place, so that all stages of a
/// program mean the same counters by the same name.
/// </summary>
internal sealed class CounterSet
{
    private const int MaxBuffers = 32;
    private const int MaxCounters = 4096;
    private readonly IrBuilder _builder;
    private readonly RegisterSet _registers;
    private readonly List<(TgsiDeclaration Declaration, VariableId Variable)> _ranges = [];

    public CounterSet(IrBuilder builder, TgsiShader shader, RegisterSet registers)
    {
        _builder = builder;
        _registers = registers;
        foreach (TgsiDeclaration declaration in shader.Declarations)
        {
            if (declaration.File == RegisterFile.AtomicCounter) Declare(declaration);
        }
    }

    /// <summary>Bit b: counters of buffer b are declared.</summary>
    public uint BufferMask { get; private set; }

    /// <summary>The uniform an operand means and, where it is an array, which element.</summary>
    public (VariableId Variable, ExpressionId Element) Locate(TgsiRegister register, int offset)
    {
        if (register.HasDimension && register.Dimension.IsIndirect) throw new TgsiRefusal(offset, "the counter's buffer cannot be an address");
        int buffer = register.HasDimension ? register.Dimension.Offset : 0;
        for (int i = 0; i < _ranges.Count; i++)
        {
            TgsiDeclaration range = _ranges[i].Declaration;
            if (range.Dimension != buffer || !Holds(range, register.Index)) continue;
            VariableId variable = Materialise(i);
            ExpressionId element = _registers.Element(register.Index, range.First, range.Last - range.First + 1, offset);
            return (variable, _builder.Module[variable].BlockCount == 0 ? ExpressionId.None : element);
        }

        throw new TgsiRefusal(offset, $"counter {register.Index.Offset} of buffer {buffer} is not declared");
    }

    private static bool Holds(TgsiDeclaration range, TgsiIndex index) => index.IsIndirect && index.ArrayId != 0
        ? range.ArrayId == index.ArrayId
        : index.Offset >= range.First && index.Offset <= range.Last;

    private void Declare(TgsiDeclaration declaration)
    {
        if ((uint)declaration.Dimension >= MaxBuffers) throw new TgsiRefusal(declaration.Offset, "counter buffer out of range");
        if (declaration.Last >= MaxCounters) throw new TgsiRefusal(declaration.Offset, $"a buffer holds at most {MaxCounters} counters");
        foreach ((TgsiDeclaration other, _) in _ranges)
        {
            if (other.Dimension == declaration.Dimension && other.First <= declaration.Last && declaration.First <= other.Last)
                throw new TgsiRefusal(declaration.Offset, $"counter {declaration.First} is declared twice");
        }

        _ranges.Add((declaration, VariableId.None));
        BufferMask |= 1u << declaration.Dimension;
    }

    private VariableId Materialise(int number)
    {
        (TgsiDeclaration range, VariableId variable) = _ranges[number];
        if (!variable.IsNone) return variable;
        int count = range.Last - range.First + 1;
        variable = _builder.Module.Add(new Variable
        {
            Storage = VariableStorage.Counter, Type = IrType.UInt, Index = range.First, Buffer = range.Dimension, BlockCount = count == 1 ? 0 : count,
        });
        _ranges[number] = (range, variable);
        return variable;
    }
}
