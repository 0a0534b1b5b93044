using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Takes constant buffer 0 out of its block where the key asks for it.</summary>
internal static class PlainConstantsPass
{
    public static void Run(ShaderModule module, in ShaderKey key)
    {
        int constants = key.PlainConstants ? module.Variables.FindIndex(variable => variable is { Storage: VariableStorage.Constants, Index: 0 }) : -1;
        if (constants >= 0) module.Variables[constants] = module.Variables[constants] with { IsPlain = true };
    }
}
