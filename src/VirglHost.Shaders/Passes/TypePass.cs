using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>
/// Gives each raw register and constant buffer the kind that all its uses agree on, so that most casts vanish. Registers that copy each
/// other are typed together. Where uses disagree the register stays UInt, which keeps any bit pattern.
/// </summary>
internal sealed class TypePass : IrRewriter
{
    private readonly ScalarKind[] _kinds;

    private TypePass(ShaderModule module, ScalarKind[] kinds)
        : base(module) => _kinds = kinds;

    public static void Run(ShaderModule module)
    {
        ScalarKind[] kinds = new TypeEvidence(module).Decide();
        var pass = new TypePass(module, kinds);
        for (int i = 0; i < kinds.Length; i++)
        {
            Variable variable = module.Variables[i];
            if (variable.Type.Kind != kinds[i]) module.Variables[i] = variable with { Type = variable.Type.WithKind(kinds[i]) };
        }

        pass.Run();
    }

    protected override ExpressionId RewriteLoad(VariableId variable, ExpressionId element, ExpressionId second)
    {
        ExpressionId value = Builder.Load(variable, element, second);
        return TypeEvidence.IsTracked(Module[variable]) ? Builder.Bitcast(value, ScalarKind.UInt) : value;
    }

    protected override Statement RewriteStore(StoreStatement store)
        => TypeEvidence.IsTracked(Module[store.Variable]) ? store with { Value = Builder.Bitcast(store.Value, _kinds[store.Variable.Index]) } : store;
}
