using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Sizes compute shared memory as the guest asked and keeps every access inside it: GL promises nothing about stray ones.</summary>
internal sealed class SharedMemoryPass : IrRewriter
{
    private const int DefaultWords = 8192;
    private readonly uint _lastWord;

    private SharedMemoryPass(ShaderModule module, int words)
        : base(module) => _lastWord = (uint)words - 1;

    public static void Run(ShaderModule module, in ShaderKey key)
    {
        int shared = module.Variables.FindIndex(variable => variable.Storage == VariableStorage.Shared);
        if (shared < 0) return;
        int words = key.SharedMemoryInBytes > 0 ? (key.SharedMemoryInBytes + 3) / 4 : DefaultWords;
        var pass = new SharedMemoryPass(module, words);
        pass.Run();
        module.Variables[shared] = module.Variables[shared] with { ArrayLength = words };
    }

    protected override ExpressionId RewriteLoad(VariableId variable, ExpressionId element, ExpressionId second)
        => Builder.Load(variable, Clamp(variable, element), second);

    protected override Statement RewriteStore(StoreStatement store) => store with { Element = Clamp(store.Variable, store.Element) };

    protected override Statement RewriteAtomic(AtomicStatement atomic) => atomic with { Address = Clamp(atomic.Resource, atomic.Address) };

    private ExpressionId Clamp(VariableId variable, ExpressionId index)
    {
        if (Module[variable].Storage != VariableStorage.Shared) return index;
        Expression literal = Builder[index];
        if (literal.Kind == ExpressionKind.Literal) return Builder.UInt(Math.Min(literal.LiteralBits(0), _lastWord));
        return Builder.Same(Operation.Min, index, Builder.UInt(_lastWord));
    }
}
