using System.Collections.Immutable;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>The CONST file: constant buffers, one uniform block each (a storage block for the first where it is larger), or an array of blocks where the buffer itself is indexed.</summary>
internal sealed class ConstantRegisters(IrBuilder builder, RegisterSet set)
{
    private const int MaxBuffers = 32;

    /// <summary>What one uniform block holds on any desktop: 64 KiB.</summary>
    private const int BlockVectors = 4096;

    /// <summary>Constant buffer 0 comes in a command, whose length ends here.</summary>
    private const int MaxVectors = 16384;

    /// <summary>256 components; every host takes 1024 of a stage outside blocks, and the state array takes 76.</summary>
    private const int MaxPlainVectors = 64;

    private readonly int[] _lengths = new int[MaxBuffers];
    private readonly VariableId[] _variables = [.. Enumerable.Repeat(VariableId.None, MaxBuffers)];
    private bool _areBlocksJoined;
    private int _firstJoined;
    private int _joinedCount;
    private bool _isFirstIndexed;

    public ImmutableArray<ShaderUniformBlock> Blocks
        => [.. Enumerable.Range(0, MaxBuffers).Where(i => _lengths[i] > 0).Select(i => new ShaderUniformBlock(i, _lengths[i]))];

    /// <summary>Whether buffer 0 can do without a block; known once the whole text is lowered.</summary>
    public bool AllowsPlain => _lengths[0] is > 0 and <= MaxPlainVectors && !_isFirstIndexed;

    public void Declare(TgsiDeclaration declaration)
    {
        int buffer = declaration.HasDimension ? declaration.Dimension : 0;
        if (buffer is < 0 or >= MaxBuffers) throw new TgsiRefusal(declaration.Offset, "constant buffer out of range");
        int most = buffer == 0 ? MaxVectors : BlockVectors;
        if (declaration.Last >= most) throw new TgsiRefusal(declaration.Offset, $"constant buffer {buffer} holds at most {most} vectors");
        _lengths[buffer] = Math.Max(_lengths[buffer], declaration.Last + 1);
    }

    public void JoinBlocks() => _areBlocksJoined = true;

    public void Freeze()
    {
        if (!_areBlocksJoined) return;
        _firstJoined = Array.FindIndex(_lengths, 1, length => length > 0);
        if (_firstJoined < 0) throw new TgsiRefusal(0, "constant buffers are indexed but none is declared");
        int last = Array.FindLastIndex(_lengths, length => length > 0);
        _joinedCount = last - _firstJoined + 1;
        int longest = _lengths.Skip(1).Max();
        Array.Fill(_lengths, longest, _firstJoined, _joinedCount);
    }

    public ExpressionId Load(TgsiRegister register, int offset)
    {
        TgsiIndex dimension = register.HasDimension ? register.Dimension : default;
        if (!dimension.IsIndirect && ((uint)dimension.Offset >= MaxBuffers || _lengths[dimension.Offset] == 0))
            throw new TgsiRefusal(offset, $"constant buffer {dimension.Offset} is not declared");
        bool isJoined = _areBlocksJoined && (dimension.IsIndirect || dimension.Offset > 0);
        int buffer = isJoined ? _firstJoined : dimension.Offset;
        _isFirstIndexed |= buffer == 0 && register.Index.IsIndirect;
        ExpressionId element = Element(register.Index, _lengths[buffer], offset);
        if (!isJoined) return builder.Load(Materialise(buffer, 0), element);
        ExpressionId block = set.Element(dimension, _firstJoined, _joinedCount, offset);
        return builder.Load(Materialise(buffer, _joinedCount), element, block);
    }

    /// <summary>Addresses are left unclamped: a block is read under GL's robust access.</summary>
    private ExpressionId Element(TgsiIndex index, int length, int offset)
        => index.IsIndirect ? set.Address(index, index.Offset, offset) : set.Element(index, 0, length, offset);

    private VariableId Materialise(int buffer, int blockCount)
    {
        if (_variables[buffer].IsNone)
        {
            _variables[buffer] = builder.Module.Add(new Variable
            {
                Storage = VariableStorage.Constants,
                Type = new IrType(ScalarKind.UInt, 4),
                Index = buffer,
                ArrayLength = _lengths[buffer],
                BlockCount = blockCount,
                IsLarge = _lengths[buffer] > BlockVectors,
            });
        }

        return _variables[buffer];
    }
}
