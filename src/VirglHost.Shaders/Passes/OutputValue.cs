using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Reads what the body left in an output register.</summary>
internal static class OutputValue
{
    /// <summary>Four raw lanes.</summary>
    public static ExpressionId Load(IrBuilder builder, OutputRegister output)
        => builder.Load(output.Variable, output.Element < 0 ? ExpressionId.None : builder.Int(output.Element));
}
