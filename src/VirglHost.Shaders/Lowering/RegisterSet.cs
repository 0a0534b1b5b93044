using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>All registers that operands can name, each checked against its declaration before use.</summary>
internal sealed class RegisterSet
{
    private const int MaxSelections = 16384;
    private readonly IrBuilder _builder;
    private readonly TgsiShader _shader;
    private int _selections;

    public RegisterSet(IrBuilder builder, TgsiShader shader)
    {
        _builder = builder;
        _shader = shader;
        Temporaries = new TemporaryRegisters(builder, RegisterFile.Temporary);
        Addresses = new TemporaryRegisters(builder, RegisterFile.Address);
        Constants = new ConstantRegisters(builder, this);
        SystemValues = new SystemValueRegisters(builder);
        Inputs = new InputRegisters(builder, this, shader.Stage);
        Outputs = new OutputRegisters(builder, this, shader.Stage);
        foreach (TgsiDeclaration declaration in shader.Declarations) Declare(declaration);
        FindWholeFileIndirection();
        Constants.Freeze();
        Outputs.Freeze();
    }

    public TemporaryRegisters Temporaries { get; }

    public TemporaryRegisters Addresses { get; }

    public ConstantRegisters Constants { get; }

    public SystemValueRegisters SystemValues { get; }

    public InputRegisters Inputs { get; }

    public OutputRegisters Outputs { get; }

    /// <summary>Where operands that need statements of their own put them: the block of the current instruction.</summary>
    public Block Block { get; set; } = new();

    /// <summary>Four raw lanes of a source register, before swizzle and modifiers.</summary>
    public ExpressionId Load(TgsiSource source) => Load(source.Register, source.Offset);

    public ExpressionId Load(TgsiRegister register, int offset)
    {
        if (register.IsNull) throw new TgsiRefusal(offset, "NULL cannot be read");
        switch (register.File)
        {
            case RegisterFile.Temporary: return Temporaries.Load(register, offset, this);
            case RegisterFile.Address: return Addresses.Load(register, offset, this);
            case RegisterFile.Immediate: return LoadImmediate(register, offset);
            case RegisterFile.Constant: return Constants.Load(register, offset);
            case RegisterFile.Input: return Inputs.Load(register, offset);
            case RegisterFile.Output: return Outputs.Load(register, offset);
            case RegisterFile.SystemValue: return SystemValues.Load(register, offset);
            default: throw new TgsiRefusal(offset, "this register file cannot be read as a value");
        }
    }

    /// <summary>Stores raw lanes; the value has one lane per bit of the destination's mask.</summary>
    public void Store(Block block, TgsiDestination destination, ExpressionId value, bool isPrecise)
    {
        TgsiRegister register = destination.Register;
        switch (register.File)
        {
            case RegisterFile.Temporary: Temporaries.Store(block, destination, value, isPrecise, this); break;
            case RegisterFile.Address: Addresses.Store(block, destination, value, isPrecise, this); break;
            case RegisterFile.Output: Outputs.Store(block, destination, value, isPrecise); break;
            default: throw new TgsiRefusal(destination.Offset, "this register file cannot be written");
        }
    }

    /// <summary>
    /// An array element: a literal checked against <paramref name="length"/>, or an address clamped to it, so that a guest's index can
    /// never leave the array.
    /// </summary>
    public ExpressionId Element(TgsiIndex index, int first, int length, int offset)
    {
        int start = index.Offset - first;
        if (!index.IsIndirect)
        {
            if (start < 0 || start >= length) throw new TgsiRefusal(offset, "index outside the declared range");
            return _builder.Int(start);
        }

        return Clamp(Address(index, start, offset), length);
    }

    /// <summary>The Int value of an indirect bracket plus <paramref name="start"/>, unclamped.</summary>
    public ExpressionId Address(TgsiIndex index, int start, int offset)
    {
        if (index.File is not (RegisterFile.Address or RegisterFile.Temporary)) throw new TgsiRefusal(offset, "an index must come from ADDR or TEMP");
        var register = new TgsiRegister(index.File, new TgsiIndex(index.Register), false, default);
        ExpressionId address = _builder.Bitcast(_builder.Lane(Load(register, offset), index.Component), ScalarKind.Int);
        return start == 0 ? address : _builder.Same(Operation.Add, address, _builder.Int(start));
    }

    /// <summary>Counts the cases of a switch over registers, which make the text longer than the guest's: there is a limit.</summary>
    public void ChargeSelection(int cases, int offset)
    {
        _selections += cases;
        if (_selections > MaxSelections) throw new TgsiRefusal(offset, "too many registers selected by an address");
    }

    public ExpressionId Clamp(ExpressionId index, int length)
        => _builder.Same(Operation.Min, _builder.Bitcast(index, ScalarKind.UInt), _builder.UInt((uint)Math.Max(length - 1, 0)));

    private void Declare(TgsiDeclaration declaration)
    {
        switch (declaration.File)
        {
            case RegisterFile.Temporary: Temporaries.Declare(declaration); break;
            case RegisterFile.Address: Addresses.Declare(declaration); break;
            case RegisterFile.Constant: Constants.Declare(declaration); break;
            case RegisterFile.Input: Inputs.Declare(declaration); break;
            case RegisterFile.Output: Outputs.Declare(declaration); break;
            case RegisterFile.SystemValue: SystemValues.Declare(declaration); break;
        }
    }

    private ExpressionId LoadImmediate(TgsiRegister register, int offset)
    {
        if (register.HasDimension || register.Index.IsIndirect) throw new TgsiRefusal(offset, "immediates cannot be indexed");
        if ((uint)register.Index.Offset >= (uint)_shader.Immediates.Count) throw new TgsiRefusal(offset, $"IMM[{register.Index.Offset}] is not declared");
        TgsiImmediate value = _shader.Immediates[register.Index.Offset];
        return _builder.Literal(ScalarKind.UInt, [value.X, value.Y, value.Z, value.W]);
    }

    /// <summary>An indirect operand that names no array may reach the whole file, which then becomes one array.</summary>
    private void FindWholeFileIndirection()
    {
        foreach (TgsiInstruction instruction in _shader.Instructions)
        {
            foreach (TgsiSource source in instruction.Sources) NoteIndirection(source.Register);
            foreach (TgsiDestination destination in instruction.Destinations)
            {
                NoteIndirection(destination.Register);
                if (destination.Register is { File: RegisterFile.Output, Index.IsIndirect: false }) Outputs.NoteWrite(destination);
            }
        }
    }

    private void NoteIndirection(TgsiRegister register)
    {
        if (register.File == RegisterFile.Constant && register.HasDimension && register.Dimension.IsIndirect) Constants.JoinBlocks();
        if (!register.Index.IsIndirect) return;
        bool isWhole = register.Index.ArrayId == 0;
        if (register.File == RegisterFile.Temporary && isWhole) Temporaries.JoinAll();
        if (register.File == RegisterFile.Address) throw new TgsiRefusal(0, "address registers cannot be indexed");
        if (register.File == RegisterFile.Output) Outputs.NoteIndirection(register.Index.ArrayId);
    }
}
