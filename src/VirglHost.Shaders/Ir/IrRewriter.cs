namespace VirglHost.Shaders.Ir;

/// <summary>
/// Rebuilds a module's expressions and statements, giving a pass the chance to put something else in place of each. Expressions that no
/// statement reaches are dropped. Statement nesting is bounded by the parser, so recursion over it is safe.
/// </summary>
internal abstract class IrRewriter
{
    private ExpressionId[] _map = [];

    protected IrRewriter(ShaderModule module)
    {
        Module = module;
        Old = module.Expressions;
        OldCalls = module.Calls;
        Builder = new IrBuilder(module);
    }

    protected ShaderModule Module { get; }

    protected IrBuilder Builder { get; }

    /// <summary>The expressions as they were; complete once <see cref="Run"/> has begun.</summary>
    protected List<Expression> Old { get; }

    private List<ResourceCall> OldCalls { get; }

    /// <summary>Rewrites the module in place.</summary>
    protected void Run()
    {
        bool[] isLive = new IrLiveness(Module).Mark();
        _map = new ExpressionId[isLive.Length];
        Module.StartOver();
        for (int i = 0; i < isLive.Length; i++)
        {
            if (isLive[i]) _map[i] = RewriteExpression(Old[i]);
        }

        Module.Prologue = RewriteBlock(Module.Prologue);
        Module.Body = RewriteBlock(Module.Body);
        Module.Epilogue = RewriteBlock(Module.Epilogue);
    }

    protected ExpressionId Map(ExpressionId old) => old.IsNone ? old : _map[old.Index];

    /// <summary>A load whose indices are already new.</summary>
    protected virtual ExpressionId RewriteLoad(VariableId variable, ExpressionId element, ExpressionId second)
        => Builder.Load(variable, element, second);

    /// <summary>A call whose operands are already new.</summary>
    protected virtual ExpressionId RewriteCall(ResourceCall call, IrType type) => Builder.Call(call, type);

    /// <summary>A store whose operands are already new.</summary>
    protected virtual Statement RewriteStore(StoreStatement store) => store;

    /// <summary>An atomic whose operands are already new.</summary>
    protected virtual Statement RewriteAtomic(AtomicStatement atomic) => atomic;

    private ExpressionId RewriteExpression(in Expression old)
    {
        switch (old.Kind)
        {
            case ExpressionKind.Literal:
                Span<uint> bits = [old.LiteralBits(0), old.LiteralBits(1), old.LiteralBits(2), old.LiteralBits(3)];
                return Builder.Literal(old.Type.Kind, bits[..old.Type.Lanes]);
            case ExpressionKind.Load:
                return RewriteLoad(old.Variable, Map(old.A), Map(old.B));
            case ExpressionKind.Swizzle:
                Span<int> lanes = [old.SwizzleLane(0), old.SwizzleLane(1), old.SwizzleLane(2), old.SwizzleLane(3)];
                return Builder.Swizzle(Map(old.A), lanes[..old.Type.Lanes]);
            case ExpressionKind.Construct:
                return RewriteConstruct(old);
            case ExpressionKind.Bitcast:
                return Builder.Bitcast(Map(old.A), old.Type.Kind);
            case ExpressionKind.Apply:
                return Builder.Apply(old.Operation, old.Type, Map(old.A), Map(old.B), Map(old.C), Map(old.D));
            default:
                ResourceCall call = OldCalls[old.Payload];
                ResourceCall mapped = call with { Element = Map(call.Element), Arguments = [.. call.Arguments.Select(Map)] };
                return RewriteCall(mapped, old.Type);
        }
    }

    private ExpressionId RewriteConstruct(in Expression old)
    {
        if (old.B.IsNone) return Builder.Splat(Map(old.A), old.Type.Lanes);
        Span<ExpressionId> parts = [ExpressionId.None, ExpressionId.None, ExpressionId.None, ExpressionId.None];
        int count = 0;
        while (count < 4 && !old.Operand(count).IsNone)
        {
            parts[count] = Map(old.Operand(count));
            count++;
        }

        return Builder.Construct(parts[..count]);
    }

    private Block RewriteBlock(Block block)
    {
        var result = new Block();
        foreach (Statement statement in block.Statements) result.Add(RewriteStatement(statement));
        return result;
    }

    private Statement RewriteStatement(Statement statement) => statement switch
    {
        StoreStatement store => RewriteStore(store with { Element = Map(store.Element), Second = Map(store.Second), Value = Map(store.Value) }),
        IfStatement branch => new IfStatement(Map(branch.Condition), RewriteBlock(branch.Then), RewriteBlock(branch.Else)),
        LoopStatement loop => new LoopStatement(RewriteBlock(loop.Body)),
        SwitchStatement choice => new SwitchStatement(
            Map(choice.Selector), [.. choice.Cases.Select(arm => arm with { Body = RewriteBlock(arm.Body) })]),
        ImageStoreStatement store => store with
        {
            Element = Map(store.Element), Coordinate = Map(store.Coordinate), Sample = Map(store.Sample), Value = Map(store.Value),
        },
        AtomicStatement atomic => RewriteAtomic(atomic with
        {
            Element = Map(atomic.Element), Address = Map(atomic.Address), Sample = Map(atomic.Sample), Operand = Map(atomic.Operand),
            Replacement = Map(atomic.Replacement),
        }),
        _ => statement,
    };
}
