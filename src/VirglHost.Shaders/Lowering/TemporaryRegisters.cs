using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// The TEMP or the ADDR file. Plain registers become a variable each, on first use; ranges declared as ARRAY become array variables.
/// </summary>
internal sealed class TemporaryRegisters(IrBuilder builder, RegisterFile file)
{
    private const int MaxRegisters = 32768;
    private const int MaxArrayElements = 16384;
    private static readonly IrType Raw = new(ScalarKind.UInt, 4);

    private readonly List<RegisterArray> _arrays = [];
    private readonly Dictionary<int, RegisterArray> _arrayById = [];

    /// <summary>Per register: 0 undeclared, 1 plain, n + 2 member of array n.</summary>
    private int[] _kinds = [];
    private VariableId[] _variables = [];
    private int _arrayElements;

    public void Declare(TgsiDeclaration declaration)
    {
        if (declaration.HasDimension || declaration.Semantic is not null) throw new TgsiRefusal(declaration.Offset, "malformed declaration");
        if (declaration.Last >= MaxRegisters) throw new TgsiRefusal(declaration.Offset, "too many registers");
        Grow(declaration.Last + 1);
        int kind = 1;
        if (declaration.ArrayId != 0)
        {
            var array = new RegisterArray(declaration.First, declaration.Last - declaration.First + 1);
            if (!_arrayById.TryAdd(declaration.ArrayId, array)) throw new TgsiRefusal(declaration.Offset, "array id declared twice");
            CountElements(array.Length, declaration.Offset);
            _arrays.Add(array);
            kind = _arrays.Count + 1;
        }

        for (int i = declaration.First; i <= declaration.Last; i++)
        {
            if (_kinds[i] != 0) throw new TgsiRefusal(declaration.Offset, $"register {i} is declared twice");
            _kinds[i] = kind;
        }
    }

    /// <summary>Makes one array of the whole file.</summary>
    public void JoinAll()
    {
        // Without a declaration there is nothing to join, and whoever indexes the file is refused.
        if (_kinds.Length == 0 || (_arrays.Count == 1 && _arrays[0].Length == _kinds.Length)) return;
        CountElements(_kinds.Length - _arrayElements, 0);
        _arrays.Clear();
        var whole = new RegisterArray(0, _kinds.Length);
        _arrays.Add(whole);
        foreach (int id in _arrayById.Keys.ToArray()) _arrayById[id] = whole;
        for (int i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] != 0) _kinds[i] = 2;
        }
    }

    public ExpressionId Load(TgsiRegister register, int offset, RegisterSet set)
    {
        (VariableId variable, ExpressionId element) = Locate(register, offset, set);
        return builder.Load(variable, element);
    }

    public void Store(Block block, TgsiDestination destination, ExpressionId value, bool isPrecise, RegisterSet set)
    {
        (VariableId variable, ExpressionId element) = Locate(destination.Register, destination.Offset, set);
        if (isPrecise) builder.Module.Variables[variable.Index] = builder.Module[variable] with { IsPrecise = true };
        block.Add(new StoreStatement(variable, element, ExpressionId.None, destination.Mask, value));
    }

    private (VariableId Variable, ExpressionId Element) Locate(TgsiRegister register, int offset, RegisterSet set)
    {
        // QUIRK: Mesa 22.3 names a temporary with a vertex index where the value came from a control shader's output; the number means nothing.
        if (register.HasDimension && file != RegisterFile.Temporary) throw new TgsiRefusal(offset, "this file has one dimension");
        TgsiIndex index = register.Index;
        if (index.IsIndirect)
        {
            RegisterArray? array = index.ArrayId == 0 && _arrays.Count == 1 ? _arrays[0] : _arrayById.GetValueOrDefault(index.ArrayId);
            if (array is null) throw new TgsiRefusal(offset, "the array is not declared");
            return (Materialise(array), set.Element(index, array.First, array.Length, offset));
        }

        int number = index.Offset;
        int kind = (uint)number < (uint)_kinds.Length ? _kinds[number] : 0;
        if (kind == 0) throw new TgsiRefusal(offset, $"register {number} is not declared");
        if (kind >= 2) return (Materialise(_arrays[kind - 2]), builder.Int(number - _arrays[kind - 2].First));
        if (_variables[number].IsNone)
            _variables[number] = builder.Module.Add(new Variable { Storage = VariableStorage.Private, Type = Raw, File = file, Index = number });
        return (_variables[number], ExpressionId.None);
    }

    private VariableId Materialise(RegisterArray array)
    {
        if (array.Variable.IsNone)
        {
            array.Variable = builder.Module.Add(new Variable
            {
                Storage = VariableStorage.Private, Type = Raw, File = file, Index = array.First, ArrayLength = array.Length,
            });
        }

        return array.Variable;
    }

    private void CountElements(int count, int offset)
    {
        _arrayElements += count;
        if (_arrayElements > MaxArrayElements) throw new TgsiRefusal(offset, $"more than {MaxArrayElements} indexable registers");
    }

    private void Grow(int count)
    {
        int old = _kinds.Length;
        if (count <= old) return;
        Array.Resize(ref _kinds, count);
        Array.Resize(ref _variables, count);
        Array.Fill(_variables, VariableId.None, old, count - old);
    }
}
