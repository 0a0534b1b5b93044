using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.State;
using VirglHost.Shaders;
using Stage = VirglHost.CommandStream.Gallium.ShaderStage;

namespace VirglHost.Rendering.Programs;

/// <summary>
/// The linked programs of one sub-context by the variants they are made of. Asked before a draw when something changed that a variant may depend on;
/// it compares keys and numbers and makes nothing that it has made before.
/// </summary>
internal sealed class ProgramCache(GlSession session) : IDisposable
{
    private readonly Dictionary<ProgramKey, LinkedProgram> _programs = [];
    private readonly List<ProgramKey> _doomed = [];
    private int _variantId;
    private (ProgramKey Key, LinkedProgram? Program) _last;

    /// <summary>Programs linked and still held.</summary>
    public int Count => _programs.Count;

    /// <summary>An id for a new variant.</summary>
    public int NextVariantId() => ++_variantId;

    /// <summary>The program for what is bound; null where the draw is to be dropped because a stage is missing.</summary>
    public LinkedProgram? ForDraw(PipelineState state, PrimitiveClass primitives) => ForShaders(state, primitives, new DrawShaders(
        state[Stage.Vertex].Shader, state[Stage.Fragment].Shader, state[Stage.Geometry].Shader, state[Stage.TessControl].Shader,
        state[Stage.TessEvaluation].Shader));

    /// <summary>As <see cref="ForDraw"/>, for shaders that need not be bound: what a draw with them under the present state would use.</summary>
    public LinkedProgram? ForShaders(PipelineState state, PrimitiveClass primitives, in DrawShaders shaders)
    {
        (GuestShader? vertex, GuestShader? fragment, GuestShader? geometry, GuestShader? control, GuestShader? evaluation) = shaders;
        if (vertex is null || fragment is null || (control is not null && evaluation is null))
        {
            return null;
        }

        ShaderVariant vertexVariant =
            vertex.Variant(ShaderKeyBuilder.ForVertexStage(state, vertex, null, isLast: geometry is null && evaluation is null));
        ShaderVariant? controlVariant = null;
        ShaderVariant? evaluationVariant = null;
        PrimitiveClass? output = null;
        ShaderInfo previous = vertex.Info;
        if (evaluation is not null)
        {
            // Without a control shader GL takes the default levels and hands the vertices on as they are.
            controlVariant = control?.Variant(ShaderKeyBuilder.ForVertexStage(state, control, previous, isLast: false));
            evaluationVariant = evaluation.Variant(
                ShaderKeyBuilder.ForVertexStage(state, evaluation, control?.Info ?? previous, isLast: geometry is null));
            previous = evaluation.Info;
            output = evaluation.Info.TessEvaluation is { } properties ? ClassOf(properties) : null;
        }

        ShaderVariant? geometryVariant = geometry?.Variant(ShaderKeyBuilder.ForVertexStage(state, geometry, previous, isLast: true));
        previous = geometry?.Info ?? previous;
        output = geometry?.Info.Geometry is { } made ? PrimitiveClassTable.Of(made.OutputPrimitive) : output;
        ShaderVariant fragmentVariant = fragment.Variant(ShaderKeyBuilder.ForFragment(state, fragment, previous, output ?? primitives));
        return Link(new ProgramVariants(vertexVariant, fragmentVariant, geometryVariant, controlVariant, evaluationVariant), output);
    }

    /// <summary>The program of the bound compute shader; null without one.</summary>
    public LinkedProgram? ForCompute(PipelineState state) => state[Stage.Compute].Shader is { } shader ? ForCompute(state, shader) : null;

    /// <summary>The program of a compute shader that need not be bound.</summary>
    public LinkedProgram ForCompute(PipelineState state, GuestShader shader)
    {
        ShaderVariant variant = shader.Variant(new ShaderKey
        {
            Samplers = ShaderKeyBuilder.FixupsOf(state[Stage.Compute], shader),
            SharedMemoryInBytes = Math.Min(shader.SharedMemoryInBytes, session.Limits.MaxComputeSharedMemorySize),
            PlainConstants = state[Stage.Compute].HasPlainConstants,
        });
        return Link(new ProgramVariants(Compute: variant), null);
    }

    /// <summary>A variant dies: the programs made of it go with it.</summary>
    public void Evict(int variantId)
    {
        foreach (KeyValuePair<ProgramKey, LinkedProgram> entry in _programs)
        {
            if (entry.Key.Has(variantId))
            {
                entry.Value.Dispose();
                _doomed.Add(entry.Key);
            }
        }

        foreach (ProgramKey key in _doomed)
        {
            _programs.Remove(key);
        }

        if (_doomed.Count != 0)
        {
            _last = default;
            _doomed.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (LinkedProgram program in _programs.Values)
        {
            program.Dispose();
        }

        _programs.Clear();
        _last = default;
    }

    private LinkedProgram Link(in ProgramVariants variants, PrimitiveClass? output)
    {
        ProgramKey key = variants.Key;
        if (_last.Program is not null && key == _last.Key)
        {
            return _last.Program;
        }

        if (!_programs.TryGetValue(key, out LinkedProgram? program))
        {
            program = Make(variants, output);
            _programs.Add(key, program);
        }

        _last = (key, program);
        return program;
    }

    private LinkedProgram Make(in ProgramVariants variants, PrimitiveClass? output)
    {
        ShaderVariant[] present = variants.Present();
        var shaders = new GlShader[present.Length];
        for (int i = 0; i < present.Length; i++)
        {
            shaders[i] = present[i].Compile(session.Group);
        }

        try
        {
            return new LinkedProgram(GlProgram.Link(session.Group, shaders), present, output);
        }
        catch (GlCompileException refused)
        {
            throw GuestFaults.IllegalShader($"program does not link: {refused.Message}");
        }
    }

    private static PrimitiveClass ClassOf(TessEvaluationProperties properties) =>
        properties.IsPointMode ? PrimitiveClass.Points
        : properties.Domain == ShaderPrimitive.Lines ? PrimitiveClass.Lines
        : PrimitiveClass.Polygons;

    /// <summary>The variants of one program.</summary>
    private readonly record struct ProgramVariants(
        ShaderVariant? Vertex = null,
        ShaderVariant? Fragment = null,
        ShaderVariant? Geometry = null,
        ShaderVariant? TessControl = null,
        ShaderVariant? TessEvaluation = null,
        ShaderVariant? Compute = null)
    {
        public ProgramKey Key =>
            new(Vertex?.Id ?? 0, Fragment?.Id ?? 0, Geometry?.Id ?? 0, TessControl?.Id ?? 0, TessEvaluation?.Id ?? 0, Compute?.Id ?? 0);

        public ShaderVariant[] Present()
        {
            List<ShaderVariant> present = [];
            foreach (ShaderVariant? variant in (ReadOnlySpan<ShaderVariant?>)[Vertex, TessControl, TessEvaluation, Geometry, Fragment, Compute])
            {
                if (variant is not null)
                {
                    present.Add(variant);
                }
            }

            return [.. present];
        }
    }
}
