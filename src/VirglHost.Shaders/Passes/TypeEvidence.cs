using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Collects, per register, the kinds its values are made as and read as.</summary>
internal sealed class TypeEvidence(ShaderModule module)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, module.Variables.Count)];
    private readonly int[] _seen = new int[module.Variables.Count];

    /// <summary>Four-lane registers and constant buffers: the variables that lowering leaves untyped.</summary>
    public static bool IsTracked(Variable variable) => variable.Type.Lanes == 4
        && ((variable.Storage == VariableStorage.Private && variable.File != RegisterFile.Scratch) || variable.Storage == VariableStorage.Constants);

    /// <summary>One kind per variable; the variable's own where it is not tracked.</summary>
    public ScalarKind[] Decide()
    {
        bool[] isLive = new IrLiveness(module).Mark();
        for (int i = 0; i < isLive.Length; i++)
        {
            if (isLive[i]) NoteUses(module.Expressions[i]);
        }

        NoteBlock(module.Prologue);
        NoteBlock(module.Body);
        NoteBlock(module.Epilogue);
        var kinds = new ScalarKind[_parent.Length];
        for (int i = 0; i < kinds.Length; i++)
            kinds[i] = IsTracked(module.Variables[i]) && !module.Variables[i].IsPlain ? KindOf(_seen[Find(i)]) : module.Variables[i].Type.Kind;
        return kinds;
    }

    private static int Flag(ScalarKind kind) => 1 << (int)kind;

    private static ScalarKind KindOf(int seen)
    {
        if (seen == Flag(ScalarKind.Float)) return ScalarKind.Float;
        return seen == Flag(ScalarKind.Int) ? ScalarKind.Int : ScalarKind.UInt;
    }

    private void NoteUses(in Expression expression)
    {
        switch (expression.Kind)
        {
            case ExpressionKind.Bitcast:
                NoteUse(expression.A, expression.Type.Kind);
                break;
            case ExpressionKind.Load:
                NoteUse(expression.A, ScalarKind.UInt);
                NoteUse(expression.B, ScalarKind.UInt);
                break;
            case ExpressionKind.Apply when expression.Operation != Operation.Select:
                for (int i = 0; i < 4; i++) NoteUse(expression.Operand(i), ScalarKind.UInt);
                break;
            case ExpressionKind.Call:
                foreach (ExpressionId argument in module.Calls[expression.Payload].Arguments) NoteUse(argument, ScalarKind.UInt);
                break;
        }
    }

    /// <summary>A raw value is read as <paramref name="kind"/>: so are the registers it is put together from.</summary>
    private void NoteUse(ExpressionId id, ScalarKind kind)
    {
        if (!id.IsNone && module[id].Type.Kind == ScalarKind.UInt) VisitLeaves(id, VariableId.None, kind);
    }

    private void NoteStore(StoreStatement store)
    {
        if (IsTracked(module[store.Variable])) VisitLeaves(store.Value, store.Variable, default);
    }

    /// <summary>
    /// Visits what a value is put together from, through lane shuffles and choices: as the source of a store where <paramref name="target"/> is set, else as read.
    /// Depth is that of one instruction.
    /// </summary>
    private void VisitLeaves(ExpressionId id, VariableId target, ScalarKind kind)
    {
        Expression expression = module[id];
        switch (expression.Kind)
        {
            case ExpressionKind.Swizzle:
                VisitLeaves(expression.A, target, kind);
                break;
            case ExpressionKind.Construct:
                for (int i = 0; i < 4 && !expression.Operand(i).IsNone; i++) VisitLeaves(expression.Operand(i), target, kind);
                break;
            case ExpressionKind.Apply when expression.Operation == Operation.Select:
                VisitLeaves(expression.B, target, kind);
                VisitLeaves(expression.C, target, kind);
                break;
            default:
                if (target.IsNone) NoteRead(expression, kind);
                else NoteWrite(expression, Find(target.Index));
                break;
        }
    }

    private void NoteRead(in Expression leaf, ScalarKind kind)
    {
        if (leaf.Kind == ExpressionKind.Load && IsTracked(module[leaf.Variable])) _seen[Find(leaf.Variable.Index)] |= Flag(kind);
    }

    private void NoteWrite(in Expression leaf, int root)
    {
        switch (leaf.Kind)
        {
            case ExpressionKind.Literal:
                break;
            case ExpressionKind.Load when IsTracked(module[leaf.Variable]):
                Join(root, Find(leaf.Variable.Index));
                break;
            case ExpressionKind.Bitcast:
                _seen[root] |= Flag(module[leaf.A].Type.Kind);
                break;
            default:
                _seen[root] |= Flag(leaf.Type.Kind);
                break;
        }
    }

    private void NoteBlock(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case StoreStatement store:
                    NoteStore(store);
                    NoteUse(store.Element, ScalarKind.UInt);
                    NoteUse(store.Second, ScalarKind.UInt);
                    break;
                case IfStatement branch:
                    NoteBlock(branch.Then);
                    NoteBlock(branch.Else);
                    break;
                case LoopStatement loop:
                    NoteBlock(loop.Body);
                    break;
                case SwitchStatement choice:
                    foreach (SwitchCase arm in choice.Cases) NoteBlock(arm.Body);
                    break;
                case ImageStoreStatement store:
                    NoteUse(store.Value, ScalarKind.UInt);
                    break;
                case AtomicStatement atomic:
                    NoteUse(atomic.Address, ScalarKind.UInt);
                    NoteUse(atomic.Operand, ScalarKind.UInt);
                    NoteUse(atomic.Replacement, ScalarKind.UInt);
                    break;
            }
        }
    }

    private int Find(int variable)
    {
        while (_parent[variable] != variable)
        {
            _parent[variable] = _parent[_parent[variable]];
            variable = _parent[variable];
        }

        return variable;
    }

    private void Join(int left, int right)
    {
        if (left == right) return;
        _parent[right] = left;
        _seen[left] |= _seen[right];
    }
}
