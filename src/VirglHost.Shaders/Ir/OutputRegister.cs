namespace VirglHost.Shaders.Ir;

/// <summary>A declared OUT register: which variable holds it while the body runs, and what it means afterwards.</summary>
/// <param name="Register">OUT index.</param>
/// <param name="Variable">The private variable, or an array of them.</param>
/// <param name="Element">Element within an array, −1 when the variable is no array.</param>
/// <param name="Semantic">Meaning.</param>
/// <param name="Index">Semantic index.</param>
/// <param name="Mask">Declared components.</param>
/// <param name="IsInvariant">Must come out the same in every program.</param>
/// <param name="Streams">Geometry stream per component, 2 bits each.</param>
internal sealed record OutputRegister(
    int Register, VariableId Variable, int Element, ShaderSemantic Semantic, int Index, int Mask, bool IsInvariant, int Streams)
{
    /// <summary>Components that go to stream 0, the only one that later stages see.</summary>
    public int RasterisedMask
    {
        get
        {
            int mask = 0;
            for (int lane = 0; lane < 4; lane++)
            {
                if (((Streams >> (lane * 2)) & 3) == 0) mask |= Mask & (1 << lane);
            }

            return mask;
        }
    }
}
