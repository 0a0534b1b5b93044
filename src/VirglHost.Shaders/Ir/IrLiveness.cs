namespace VirglHost.Shaders.Ir;

/// <summary>Finds the expressions and variables that the statements of a module reach.</summary>
internal sealed class IrLiveness(ShaderModule module)
{
    private readonly bool[] _isLive = new bool[module.Expressions.Count];
    private readonly bool[] _isUsed = new bool[module.Variables.Count];

    /// <summary>Bit per variable that some statement or live expression names; valid after marking.</summary>
    public bool[] UsedVariables => _isUsed;

    /// <summary>Flag per expression. Operands precede their users, so one sweep from the end suffices.</summary>
    public bool[] Mark()
    {
        MarkBlock(module.Prologue);
        MarkBlock(module.Body);
        MarkBlock(module.Epilogue);
        for (int i = _isLive.Length - 1; i >= 0; i--)
        {
            if (_isLive[i]) MarkOperands(module.Expressions[i]);
        }

        return _isLive;
    }

    private void MarkOperands(in Expression expression)
    {
        switch (expression.Kind)
        {
            case ExpressionKind.Literal:
                return;
            case ExpressionKind.Call:
                ResourceCall call = module.Calls[expression.Payload];
                Use(call.Resource);
                Mark(call.Element);
                foreach (ExpressionId argument in call.Arguments) Mark(argument);
                return;
            case ExpressionKind.Load:
                Use(expression.Variable);
                break;
        }

        Mark(expression.A);
        Mark(expression.B);
        Mark(expression.C);
        Mark(expression.D);
    }

    private void Mark(ExpressionId id)
    {
        if (!id.IsNone) _isLive[id.Index] = true;
    }

    private void Use(VariableId id)
    {
        if (!id.IsNone) _isUsed[id.Index] = true;
    }

    private void MarkBlock(Block block)
    {
        foreach (Statement statement in block.Statements) MarkStatement(statement);
    }

    private void MarkStatement(Statement statement)
    {
        switch (statement)
        {
            case StoreStatement store:
                Use(store.Variable);
                Mark(store.Element);
                Mark(store.Second);
                Mark(store.Value);
                break;
            case IfStatement branch:
                Mark(branch.Condition);
                MarkBlock(branch.Then);
                MarkBlock(branch.Else);
                break;
            case LoopStatement loop:
                MarkBlock(loop.Body);
                break;
            case SwitchStatement choice:
                Mark(choice.Selector);
                foreach (SwitchCase arm in choice.Cases) MarkBlock(arm.Body);
                break;
            case ImageStoreStatement store:
                Use(store.Image);
                Mark(store.Element);
                Mark(store.Coordinate);
                Mark(store.Sample);
                Mark(store.Value);
                break;
            case AtomicStatement atomic:
                Use(atomic.Result);
                Use(atomic.Resource);
                Mark(atomic.Element);
                Mark(atomic.Address);
                Mark(atomic.Sample);
                Mark(atomic.Operand);
                Mark(atomic.Replacement);
                break;
        }
    }
}
