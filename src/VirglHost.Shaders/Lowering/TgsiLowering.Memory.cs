using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>Storage buffers, shared memory, images and their atomics (tgsi.md §8.5).</content>
internal sealed partial class TgsiLowering
{
    public void LoadMemory(TgsiInstruction instruction)
    {
        TgsiSource resource = instruction.Sources[0];
        int mask = instruction.Destinations[0].Mask;
        switch (resource.Register.File)
        {
            case RegisterFile.Image:
                ExpressionId texel = LoadImage(instruction, resource, out OperandKind kind);
                Store(instruction, _builder.Masked(texel, mask), kind);
                break;
            case RegisterFile.Constant:
                throw Refuse(instruction, "LOAD from a constant buffer");
            case RegisterFile.AtomicCounter:
                (VariableId counter, ExpressionId number) = _counters.Locate(resource.Register, resource.Offset);
                ExpressionId count = _builder.Call(new ResourceCall(ResourceFunction.CounterValue, counter, number, []), IrType.UInt);
                Store(instruction, _builder.Splat(Keep(count), CountLanes(mask)), OperandKind.UInt);
                break;
            default:
                (VariableId variable, ExpressionId block) = WordMemory(resource.Register, resource.Offset, instruction);
                ExpressionId word = WordIndex(instruction.Sources[1]);
                Span<ExpressionId> lanes = stackalloc ExpressionId[4];
                int words = 0;
                for (int lane = 0; lane < 4; lane++)
                {
                    if ((mask & (1 << lane)) != 0) lanes[words++] = _builder.Bitcast(_builder.Load(variable, AddWords(word, lane), block), ScalarKind.UInt);
                }

                Store(instruction, _builder.Construct(lanes[..words]), OperandKind.Raw);
                break;
        }
    }

    public void StoreMemory(TgsiInstruction instruction)
    {
        TgsiDestination destination = instruction.Destinations[0];
        if (instruction.IsSaturated) throw Refuse(instruction, "saturation of a store");
        if (destination.Register.File == RegisterFile.Image)
        {
            StoreImage(instruction, destination);
            return;
        }

        (VariableId variable, ExpressionId block) = WordMemory(destination.Register, destination.Offset, instruction);
        ExpressionId word = WordIndex(instruction.Sources[0]);
        ExpressionId value = Keep(Read(instruction.Sources[1], destination.Mask, OperandKind.UInt));
        ScalarKind kind = _module[variable].Type.Kind;
        int next = 0;
        for (int lane = 0; lane < 4; lane++)
        {
            if ((destination.Mask & (1 << lane)) == 0) continue;
            _block.Add(new StoreStatement(variable, AddWords(word, lane), block, 1, _builder.Bitcast(_builder.Lane(value, next++), kind)));
        }
    }

    public void QueryResource(TgsiInstruction instruction)
    {
        TgsiSource resource = instruction.Sources[0];
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.Int(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        if (resource.Register.File == RegisterFile.Buffer)
        {
            (VariableId variable, ExpressionId block) = _resources.Buffer(resource.Register, resource.Offset);
            var length = new ResourceCall(ResourceFunction.BufferLength, variable, block, []);
            lanes[0] = _builder.Same(Operation.Multiply, _builder.Call(length, IrType.Int), _builder.Int(4));
        }
        else if (resource.Register.File == RegisterFile.Image)
        {
            (VariableId variable, ExpressionId element) = _resources.Image(resource.Register, resource.Offset, isRead: false, isWritten: false);
            TextureTarget target = _module[variable].Target;
            var type = new IrType(ScalarKind.Int, target.SizeLanes());
            ExpressionId size = Keep(_builder.Call(new ResourceCall(ResourceFunction.ImageSize, variable, element, []), type));
            for (int lane = 0; lane < type.Lanes; lane++) lanes[lane] = _builder.Lane(size, lane);
            if (target.IsMultisample() && (mask & 8) != 0)
                lanes[3] = _builder.Call(new ResourceCall(ResourceFunction.ImageSamples, variable, element, []), IrType.Int);
        }
        else
        {
            throw Refuse(instruction, "RESQ needs an image or a buffer");
        }

        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), OperandKind.Int);
    }

    private ExpressionId LoadImage(TgsiInstruction instruction, TgsiSource resource, out OperandKind kind)
    {
        (VariableId variable, ExpressionId element) = _resources.Image(resource.Register, resource.Offset, isRead: true, isWritten: false);
        if (instruction.IsCoherent) _resources.MarkCoherent(variable);
        (ExpressionId coordinate, ExpressionId sample) = ImageCoordinate(instruction.Sources[1], _module[variable].Target);
        IrType type = TexelType(variable);
        kind = type.Kind switch { ScalarKind.Int => OperandKind.Int, ScalarKind.UInt => OperandKind.UInt, _ => OperandKind.Float };
        ExpressionId[] arguments = sample.IsNone ? [coordinate] : [coordinate, sample];
        return _builder.Call(new ResourceCall(ResourceFunction.ImageLoad, variable, element, [.. arguments]), type);
    }

    private void StoreImage(TgsiInstruction instruction, TgsiDestination destination)
    {
        (VariableId variable, ExpressionId element) = _resources.Image(destination.Register, destination.Offset, isRead: false, isWritten: true);
        if (instruction.IsCoherent) _resources.MarkCoherent(variable);
        (ExpressionId coordinate, ExpressionId sample) = ImageCoordinate(instruction.Sources[0], _module[variable].Target);
        OperandKind kind = TexelType(variable).Kind switch
        {
            ScalarKind.Int => OperandKind.Int,
            ScalarKind.UInt => OperandKind.UInt,
            _ => OperandKind.Float,
        };
        ExpressionId value = Read(instruction.Sources[1], 15, kind);
        _block.Add(new ImageStoreStatement(variable, element, coordinate, sample, value));
    }

    private (ExpressionId Coordinate, ExpressionId Sample) ImageCoordinate(TgsiSource source, TextureTarget target)
    {
        int lanes = target == TextureTarget.CubeArray ? 3 : target.CoordinateLanes();
        ExpressionId coordinate = Read(source, (1 << lanes) - 1, OperandKind.Int);
        return (coordinate, target.IsMultisample() ? Read(source, 8, OperandKind.Int) : ExpressionId.None);
    }

    private IrType TexelType(VariableId image) => new(
        _module[image].SampledKind switch { SampledKind.Int => ScalarKind.Int, SampledKind.UInt => ScalarKind.UInt, _ => ScalarKind.Float }, 4);

    private (VariableId Variable, ExpressionId Block) WordMemory(TgsiRegister register, int offset, TgsiInstruction instruction)
    {
        if (register.File == RegisterFile.Memory) return (_resources.Shared(register, offset), ExpressionId.None);
        if (register.File != RegisterFile.Buffer) throw Refuse(instruction, "expected a buffer, shared memory or an image");
        (VariableId variable, ExpressionId block) = _resources.Buffer(register, offset);
        if (instruction.IsCoherent) _resources.MarkCoherent(variable);
        return (variable, block);
    }

    /// <summary>Byte address to word index, kept for the several words of one access.</summary>
    private ExpressionId WordIndex(TgsiSource address)
    {
        ExpressionId bytes = ReadScalar(address, OperandKind.UInt);
        if (_builder[bytes].Kind == ExpressionKind.Literal) return _builder.UInt(_builder[bytes].LiteralBits(0) >> 2);
        return Keep(_builder.Same(Operation.ShiftRight, bytes, _builder.UInt(2)));
    }

    private ExpressionId AddWords(ExpressionId word, int count)
    {
        ExpressionId index = word;
        if (_builder[word].Kind == ExpressionKind.Literal) index = _builder.UInt(_builder[word].LiteralBits(0) + (uint)count);
        else if (count > 0) index = _builder.Same(Operation.Add, word, _builder.UInt((uint)count));
        return index;
    }
}
