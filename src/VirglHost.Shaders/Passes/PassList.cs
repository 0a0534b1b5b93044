using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>The order of the passes, and why.</summary>
internal static class PassList
{
    public static void Run(ShaderModule module, ShaderInfo info, in ShaderKey key)
    {
        SampleRatioPass.Run(module, key);               // before the input pass, which asks for GL's own sample
        InputPass.Run(module, info, key);               // early: settles what every input load means under this key
        SharedMemoryPass.Run(module, key);              // sizes are final before anything counts on them
        PlainConstantsPass.Run(module, key);            // before types: GL takes plain uniforms by their type, so these stay raw
        SamplerFixupPass.Run(module, key);              // lookups are final before anything counts on their lanes
        PolygonStipplePass.Run(module, key);            // discards before the guest's own code runs
        if (module.Stage == ShaderStage.Fragment)
        {
            FragmentOutputPass.Run(module, key);        // alpha test and colour stores: the whole epilogue
        }
        else if (module.Stage is ShaderStage.Vertex or ShaderStage.Geometry or ShaderStage.TessEvaluation)
        {
            StreamOutputPass.Run(module, key);          // captures come before anything touches the position
            ClipPass.Run(module, key);                  // planes are in the guest's clip space, so before the y flip
            VertexOutputPass.Run(module, key);          // stores every output, flips y
        }

        TypePass.Run(module);                           // last: sees every use of every register
        IrValidator.Assert(module);
    }
}
