using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Rendering.Programs;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;
using VirglHost.Rendering.State;
using VirglHost.Rendering.StreamOutput;
using Stage = VirglHost.CommandStream.Gallium.ShaderStage;

namespace VirglHost.Rendering;

/// <summary>The commands that name objects or resources: looks them up, with the protocol's rules for what is missing, and hands them to the state.</summary>
internal static class BindingDispatch
{
    private const int MaxColorBuffers = BlendState.TargetCount;

    /// <summary>SET_FRAMEBUFFER_STATE.</summary>
    public static void SetFramebuffer(SubContext sub, in SetFramebufferCommand command)
    {
        SurfaceSlots slots = default;
        Span<SurfaceState?> colors = ((Span<SurfaceState?>)slots)[..command.ColorHandles.Length];
        for (int i = 0; i < colors.Length; i++)
        {
            colors[i] = FindSurface(sub, command.ColorHandles[i]);
        }

        sub.State.SetFramebuffer(sub.Framebuffers.Get(colors, FindSurface(sub, command.DepthStencilHandle)));
    }

    /// <summary>SET_VERTEX_BUFFERS: slots from 0; the rest is unbound.</summary>
    public static void SetVertexBuffers(RenderContext context, SubContext sub, in SetVertexBuffersCommand command)
    {
        for (int i = 0; i < command.Buffers.Length; i++)
        {
            VertexBufferBinding binding = command.Buffers[i];
            RenderResource? resource = binding.Handle == 0 ? null : context.RequireResource(binding.Handle, VirglOpcode.SetVertexBuffers);
            sub.State.SetVertexBuffer(i, resource is null ? default : new VertexBufferSlot(resource, binding.Offset, binding.Stride));
        }

        sub.State.ClearVertexBuffers(command.Buffers.Length);
    }

    /// <summary>SET_INDEX_BUFFER.</summary>
    public static void SetIndexBuffer(RenderContext context, SubContext sub, in SetIndexBufferCommand command)
    {
        RenderResource? resource = command.Handle == 0 ? null : context.RequireResource(command.Handle, VirglOpcode.SetIndexBuffer);
        if (!ReferenceEquals(resource, sub.State.IndexBuffer.Resource))
        {
            sub.Draws.Issue();
        }

        sub.State.SetIndexBuffer(resource, command.IndexSize, command.Offset);
    }

    /// <summary>SET_CONSTANT_BUFFER: index 0 replaces the constants; without words, a higher index unbinds that uniform buffer.</summary>
    public static void SetConstantBuffer(SubContext sub, in SetConstantBufferCommand command)
    {
        StageState stage = sub.State[command.Stage];
        if (command.Constants.IsEmpty)
        {
            BindUniformBuffer(sub, stage, (int)command.Index, default);
            return;
        }

        BindUniformBuffer(sub, stage, 0, default);
        sub.State.Dirty |= stage.Constants.Set(command.Constants) ? Dirty.Constants : Dirty.None;
    }

    /// <summary>SET_UNIFORM_BUFFER.</summary>
    public static void SetUniformBuffer(RenderContext context, SubContext sub, in SetUniformBufferCommand command)
    {
        BufferSlot slot = default;
        if (command.Handle != 0)
        {
            RenderResource resource = context.RequireStorage(command.Handle, VirglOpcode.SetUniformBuffer);
            if (command.Offset % (uint)sub.Session.Limits.UniformBufferOffsetAlignment != 0)
            {
                throw GuestFaults.IllegalCommandBuffer($"uniform buffer at offset {command.Offset}");
            }

            slot = new BufferSlot(resource, command.Offset, command.Length);
        }

        BindUniformBuffer(sub, sub.State[command.Stage], (int)command.Index, slot);
    }

    /// <summary>SET_SAMPLER_VIEWS: slots after the given ones are unbound.</summary>
    public static void SetSamplerViews(SubContext sub, in SetSamplerViewsCommand command)
    {
        StageState stage = sub.State[command.Stage];
        bool changed = false;
        int slot = (int)command.StartSlot;
        foreach (uint handle in command.Handles)
        {
            changed |= stage.SetView(sub.Session, slot++, sub.Objects.Require<SamplerViewState>(handle, VirglOpcode.SetSamplerViews));
        }

        changed |= stage.ClearViews(sub.Session, slot);
        sub.State.Dirty |= changed ? Dirty.Textures : Dirty.None;
    }

    /// <summary>BIND_SAMPLER_STATES: only the given slots; an unknown handle unbinds.</summary>
    public static void BindSamplerStates(SubContext sub, in BindSamplerStatesCommand command)
    {
        StageState stage = sub.State[command.Stage];
        bool changed = false;
        int slot = (int)command.StartSlot;
        foreach (uint handle in command.Handles)
        {
            changed |= stage.SetSampler(sub.Session, slot++, sub.Objects.Find<SamplerState>(handle));
        }

        sub.State.Dirty |= changed ? Dirty.Textures : Dirty.None;
    }

    /// <summary>BIND_SHADER: an unknown handle or a shader of another stage changes nothing.</summary>
    public static void BindShader(SubContext sub, in BindShaderCommand command)
    {
        GuestShader? shader = command.Handle == 0 ? null : sub.Objects.Find<GuestShader>(command.Handle);
        if (command.Handle != 0 && (shader is null || (int)shader.Stage != (int)command.Stage))
        {
            return;
        }

        if (sub.State[command.Stage].SetShader(sub.Session, shader))
        {
            sub.State.Dirty |= Dirty.Shaders;
        }
    }

    /// <summary>
    /// LINK_SHADER: makes the program that a draw under the present state would use, so that the first draw need not wait for compilers. A hint: what it cannot
    /// make, the draw will say.
    /// </summary>
    public static void LinkShader(SubContext sub, in LinkShaderCommand command)
    {
        try
        {
            if (Named(sub, command.ComputeHandle, Stage.Compute) is { } compute)
            {
                sub.Programs.ForCompute(sub.State, compute);
            }

            sub.Programs.ForShaders(sub.State, PrimitiveClass.Polygons, new DrawShaders(
                Named(sub, command.VertexHandle, Stage.Vertex), Named(sub, command.FragmentHandle, Stage.Fragment),
                Named(sub, command.GeometryHandle, Stage.Geometry), Named(sub, command.TessControlHandle, Stage.TessControl),
                Named(sub, command.TessEvaluationHandle, Stage.TessEvaluation)));
        }
        catch (GuestFaultException)
        {
            // The state a draw comes with may ask for another variant, which may well be legal.
        }
    }

    private static GuestShader? Named(SubContext sub, uint handle, Stage stage) =>
        handle != 0 && sub.Objects.Find<GuestShader>(handle) is { } shader && (int)shader.Stage == (int)stage ? shader : null;

    /// <summary>SET_STREAMOUT_TARGETS; a handle 0 is an empty slot.</summary>
    public static void SetStreamOutTargets(SubContext sub, in SetStreamOutTargetsCommand command)
    {
        if (command.Handles.Length > StreamOutputCapture.BufferCount)
        {
            throw GuestFaults.Malformed(VirglOpcode.SetStreamOutTargets, $"{command.Handles.Length} targets");
        }

        TargetSlots slots = default;
        Span<StreamOutputTarget?> targets = ((Span<StreamOutputTarget?>)slots)[..command.Handles.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = sub.Objects.Require<StreamOutputTarget>(command.Handles[i], VirglOpcode.SetStreamOutTargets);
        }

        sub.Captures.SetTargets(targets);
    }

    /// <summary>CLEAR_SURFACE.</summary>
    public static void ClearSurface(SubContext sub, in ClearSurfaceCommand command)
    {
        SurfaceState surface = sub.Objects.Find<SurfaceState>(command.Surface) ?? throw GuestFaults.IllegalSurface(command.Surface, VirglOpcode.ClearSurface);
        using (new UncountedScope(sub.Queries, command.RenderConditionEnabled))
        {
            sub.Clears.ClearSurface(command, surface);
        }
    }

    /// <summary>DRAW_VBO.</summary>
    public static void Draw(RenderContext context, SubContext sub, in DrawVboCommand command)
    {
        RenderResource? arguments = null;
        RenderResource? count = null;
        if (command.IndirectHandle != 0)
        {
            arguments = context.RequireStorage(command.IndirectHandle, VirglOpcode.DrawVbo);
            count = command.IndirectDrawCountHandle == 0 ? null : context.RequireStorage(command.IndirectDrawCountHandle, VirglOpcode.DrawVbo);
        }

        sub.Draws.Execute(command, arguments, count);
    }

    /// <summary>LAUNCH_GRID.</summary>
    public static void LaunchGrid(RenderContext context, SubContext sub, in LaunchGridCommand command) =>
        sub.Grids.Execute(command, command.IndirectHandle == 0 ? null : context.RequireStorage(command.IndirectHandle, VirglOpcode.LaunchGrid));

    /// <summary>Shaders take their constants another way where a resource in slot 0 stands for them.</summary>
    private static void BindUniformBuffer(SubContext sub, StageState stage, int slot, in BufferSlot buffer)
    {
        bool hadPlainConstants = stage.HasPlainConstants;
        if (stage.SetUniformBuffer(sub.Session, slot, buffer))
        {
            sub.State.Dirty |= stage.HasPlainConstants == hadPlainConstants ? Dirty.UniformBuffers : Dirty.UniformBuffers | Dirty.Constants | Dirty.Shaders;
        }
    }

    private static SurfaceState? FindSurface(SubContext sub, uint handle) =>
        handle == 0 ? null : sub.Objects.Find<SurfaceState>(handle) ?? throw GuestFaults.IllegalSurface(handle, VirglOpcode.SetFramebuffer);

    [System.Runtime.CompilerServices.InlineArray(StreamOutputCapture.BufferCount)]
    private struct TargetSlots
    {
        private StreamOutputTarget? _first;
    }

    [System.Runtime.CompilerServices.InlineArray(MaxColorBuffers)]
    private struct SurfaceSlots
    {
        private SurfaceState? _first;
    }
}
