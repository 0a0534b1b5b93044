using VirglHost.CommandStream.Caps;
using VirglHost.OpenGL;

namespace VirglHost.Rendering;

/// <content>Limits of shader stages, compute and multisampling.</content>
internal static partial class CapsBuilder
{
    private const int SmallestUniformBlock = 16384;
    private const int LargestUniformBlock = 65536;

    // Bytes that guests' compilers add to what programs declare, with an array of scalars in mind: a vector for each.
    private const int CompilersOwnConstants = 256;

    private static void FillStages(ref VirglCapsV2 caps, GlLimits limits, GlFeatures host, ImplementedFeatures ours)
    {
        int constants = SizeOfConstants(limits, ours.StorageBuffers && host[GlFeature.StorageBuffer]);
        Set(ref caps.MaxConstantBufferSize, constants, constants, constants, constants, constants, constants);
        if (ours.GeometryShaders && host[GlFeature.GeometryShader])
        {
            caps.MaxGeometryOutputVertices = (uint)limits.MaxGeometryOutputVertices;
            caps.MaxGeometryTotalOutputComponents = (uint)limits.MaxGeometryTotalOutputComponents;
        }

        if (ours.Tessellation && host[GlFeature.Tessellation])
        {
            caps.MaxShaderPatchVaryings = (uint)(limits.MaxTessPatchComponents / 4);
            caps.MaxTessControlOutputs = (uint)(limits.MaxTessControlTotalOutputComponents / 4);
            caps.MaxTessEvaluationOutputs = (uint)(limits.MaxTessEvaluationOutputComponents / 4);
        }

        if (ours.StorageBuffers && host[GlFeature.StorageBuffer])
            FillStorageBuffers(ref caps, limits);
        if (ours.Images && host[GlFeature.Images])
        {
            caps.MaxShaderImageFragmentCompute = Slots(limits.MaxFragmentImageUniforms);
            caps.MaxShaderImageOtherStages = Slots(limits.MaxVertexImageUniforms);
            caps.MaxImageSamples = (uint)limits.MaxImageSamples;
        }

        if (ours.AtomicCounters && host[GlFeature.AtomicCounters])
            FillAtomicCounters(ref caps, limits);
        if (ours.Compute && host[GlFeature.ComputeShader])
            FillCompute(ref caps, limits);
    }

    /// <summary>
    /// Bytes of constant buffer 0. Guests divide the number into components and then give each element of an array of scalars a vector of its own, so four times
    /// as much must fit: a storage block takes what a uniform block does not.
    /// </summary>
    private static int SizeOfConstants(GlLimits limits, bool hasStorage)
    {
        int fewestBlocks = Math.Min(
            Math.Min(limits.MaxVertexShaderStorageBlocks, limits.MaxFragmentShaderStorageBlocks),
            Math.Min(limits.MaxGeometryShaderStorageBlocks, Math.Min(limits.MaxTessControlShaderStorageBlocks, limits.MaxTessEvaluationShaderStorageBlocks)));
        if (hasStorage && fewestBlocks > 0 && limits.MaxUniformBlockSize >= LargestUniformBlock)
        {
            // SPEC: SET_CONSTANT_BUFFER carries at most 65,533 words.
            return LargestUniformBlock - (4 * CompilersOwnConstants);
        }

        return (limits.MaxUniformBlockSize / 4) - (limits.MaxUniformBlockSize > SmallestUniformBlock ? CompilersOwnConstants : 0);
    }

    private static void FillStorageBuffers(ref VirglCapsV2 caps, GlLimits limits)
    {
        caps.ShaderBufferOffsetAlignment = (uint)limits.ShaderStorageBufferOffsetAlignment;
        caps.MaxShaderBufferFragmentCompute = Slots(limits.MaxFragmentShaderStorageBlocks);
        caps.MaxShaderBufferOtherStages = Slots(limits.MaxVertexShaderStorageBlocks);
        caps.MaxCombinedShaderBuffers = Slots(limits.MaxCombinedShaderStorageBlocks);
        Set(ref caps.MaxShaderStorageBlocks, (int)Slots(limits.MaxVertexShaderStorageBlocks), (int)Slots(limits.MaxFragmentShaderStorageBlocks),
            (int)Slots(limits.MaxGeometryShaderStorageBlocks), (int)Slots(limits.MaxTessControlShaderStorageBlocks),
            (int)Slots(limits.MaxTessEvaluationShaderStorageBlocks), (int)Slots(limits.MaxComputeShaderStorageBlocks));
    }

    private static void FillAtomicCounters(ref VirglCapsV2 caps, GlLimits limits)
    {
        Set(ref caps.MaxAtomicCounters, limits.MaxVertexAtomicCounters, limits.MaxFragmentAtomicCounters, limits.MaxGeometryAtomicCounters,
            limits.MaxTessControlAtomicCounters, limits.MaxTessEvaluationAtomicCounters, limits.MaxComputeAtomicCounters);
        Set(ref caps.MaxAtomicCounterBuffers, limits.MaxVertexAtomicCounterBuffers, limits.MaxFragmentAtomicCounterBuffers,
            limits.MaxGeometryAtomicCounterBuffers, limits.MaxTessControlAtomicCounterBuffers, limits.MaxTessEvaluationAtomicCounterBuffers,
            limits.MaxComputeAtomicCounterBuffers);
        caps.MaxCombinedAtomicCounters = (uint)limits.MaxCombinedAtomicCounters;
        caps.MaxCombinedAtomicCounterBuffers = (uint)limits.MaxCombinedAtomicCounterBuffers;
    }

    private static void FillCompute(ref VirglCapsV2 caps, GlLimits limits)
    {
        caps.MaxComputeWorkGroupInvocations = (uint)limits.MaxComputeWorkGroupInvocations;
        caps.MaxComputeSharedMemorySize = (uint)limits.MaxComputeSharedMemorySize;
        (caps.MaxComputeGridX, caps.MaxComputeGridY, caps.MaxComputeGridZ) = Unsigned(limits.MaxComputeWorkGroupCount);
        (caps.MaxComputeBlockX, caps.MaxComputeBlockY, caps.MaxComputeBlockZ) = Unsigned(limits.MaxComputeWorkGroupSize);
    }

    /// <summary>Tries the sample counts that guests ask for and records where their samples lie.</summary>
    /// <returns>The largest count that works, 1 when none does.</returns>
    private static uint FillSamples(ref VirglCapsV2 caps, GlSession session)
    {
        GL gl = session.Gl;
        uint largest = 1;
        int word = 0;
        using (session.State.Enter())
        {
            session.State.SetDrawFramebuffer(session.DrawFramebuffer.Name);
            foreach (uint count in (ReadOnlySpan<uint>)[2, 4, 8, 16])
            {
                if (count <= session.Limits.MaxSamples && Locate(session, count, caps.SampleLocations[word..]) == count)
                    largest = count;
                word += Math.Max((int)count / 4, 1);
            }
        }

        GlFaultCheck.DrainErrors(gl);
        return largest;
    }

    /// <summary>
    /// Makes a texture of so many samples and writes where they lie. A host that lacks the count makes more of them; then the guest's are every second or fourth.
    /// </summary>
    /// <returns>The number that the host made, 0 where it made none.</returns>
    private static uint Locate(GlSession session, uint count, Span<uint> locations)
    {
        GL gl = session.Gl;
        GlFaultCheck.DrainErrors(gl);
        uint texture = gl.CreateTexture(GLEnum.Texture2DMultisample);
        gl.TextureStorage2DMultisample(texture, count, GLEnum.Rgba32f, 32, 32, true);
        session.DrawFramebuffer.Attach(GLEnum.ColorAttachment0, texture, 0);
        bool works = GlFaultCheck.DrainErrors(gl) == GLEnum.NoError &&
            session.DrawFramebuffer.Status(GLEnum.DrawFramebuffer) == GLEnum.FramebufferComplete;
        uint made = works ? (uint)gl.GetInteger(GLEnum.Samples) : 0;
        for (uint sample = 0; made >= count && sample < count; sample++)
        {
            (float x, float y) = gl.GetMultisamplePosition(sample * (made / count));
            uint place = (Nibble(x) << 4) | Nibble(y);
            locations[(int)(sample / 4)] |= place << (int)(8 * (sample % 4));
        }

        session.DrawFramebuffer.DetachAll();
        gl.DeleteTexture(texture);
        session.Group.ForgetTexture(texture);
        return made;
    }

    private static uint Nibble(float position) => (uint)Math.Clamp((int)(position * 16), 0, 15);

    private static uint Slots(int count) => (uint)Math.Clamp(count, 0, MaxSlots);

    private static (uint X, uint Y, uint Z) Unsigned((int X, int Y, int Z) size) => ((uint)size.X, (uint)size.Y, (uint)size.Z);

    /// <summary>Stores the numbers of all six stages in the order of the wire.</summary>
    private static void Set(ref PerStage target, params ReadOnlySpan<int> stages)
    {
        for (int stage = 0; stage < stages.Length; stage++)
            target[stage] = (uint)stages[stage];
    }
}
