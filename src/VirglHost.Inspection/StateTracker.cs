using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.Inspection;

/// <summary>
/// Follows what each sub-context has bound, from the commands alone and with the rules that Rendering's README and the protocol give them: what slots a command
/// leaves alone, what it unbinds.
/// </summary>
internal sealed class StateTracker(HandleBook book)
{
    private readonly Dictionary<(uint Context, uint SubContext), BoundState> _states = [];
    private BoundState _state = new();
    private uint _context;
    private uint _subContext;

    /// <summary>What a sub-context has bound.</summary>
    public BoundState Of(uint context, uint subContext)
    {
        if (!_states.TryGetValue((context, subContext), out BoundState? state))
            _states.Add((context, subContext), state = new BoundState());
        return state;
    }

    /// <summary>A context or sub-context is gone.</summary>
    public void Forget(uint context, uint? subContext)
    {
        foreach ((uint Context, uint SubContext) key in _states.Keys)
        {
            if (key.Context == context && (subContext is null || key.SubContext == subContext))
                _states.Remove(key);
        }
    }

    /// <summary>A command that was not refused took effect.</summary>
    public void Apply(uint context, uint subContext, CommandHeader header, ReadOnlySpan<uint> body)
    {
        (_context, _subContext) = (context, subContext);
        _state = Of(context, subContext);
        switch (header.Opcode)
        {
            case VirglOpcode.BindObject: Bind(header.ObjectType, body); break;
            case VirglOpcode.BindShader when BindShaderCommand.TryDecode(body, out BindShaderCommand command): BindShader(command); break;
            case VirglOpcode.SetFramebuffer when SetFramebufferCommand.TryDecode(body, out SetFramebufferCommand command): SetFramebuffer(command); break;
            case VirglOpcode.SetFramebufferNoAttachments: Keep<SetFramebufferNoAttachmentsCommand>(StateGroup.Framebuffer, 100, "no_attachments", body); break;
            case VirglOpcode.SetViewports when SetViewportsCommand.TryDecode(body, out SetViewportsCommand command): SetViewports(command); break;
            case VirglOpcode.SetScissors when SetScissorsCommand.TryDecode(body, out SetScissorsCommand command): SetScissors(command); break;
            case VirglOpcode.SetVertexBuffers when SetVertexBuffersCommand.TryDecode(body, out SetVertexBuffersCommand command): SetVertexBuffers(command); break;
            case VirglOpcode.SetIndexBuffer when SetIndexBufferCommand.TryDecode(body, out SetIndexBufferCommand command): SetIndexBuffer(command); break;
            case VirglOpcode.SetSamplerViews when SetSamplerViewsCommand.TryDecode(body, out SetSamplerViewsCommand command):
                SetHandles(StateGroup.SamplerViews, command.Stage, "sampler_view", command.StartSlot, command.Handles);
                _state.ClearFrom(BoundState.IndexOf(StateGroup.SamplerViews, command.Stage), (int)command.StartSlot + command.Handles.Length);
                break;
            case VirglOpcode.BindSamplerStates when BindSamplerStatesCommand.TryDecode(body, out BindSamplerStatesCommand command):
                SetHandles(StateGroup.SamplerStates, command.Stage, "sampler_state", command.StartSlot, command.Handles);
                break;
            case VirglOpcode.SetConstantBuffer when SetConstantBufferCommand.TryDecode(body, out SetConstantBufferCommand command): SetConstants(command); break;
            case VirglOpcode.SetUniformBuffer when SetUniformBufferCommand.TryDecode(body, out SetUniformBufferCommand command): SetUniformBuffer(command); break;
            case VirglOpcode.SetShaderBuffers when SetShaderBuffersCommand.TryDecode(body, out SetShaderBuffersCommand command):
                SetBuffers(BoundState.IndexOf(StateGroup.Storage, command.Stage), "buffer", command.StartSlot, command.Buffers);
                break;
            case VirglOpcode.SetAtomicBuffers when SetAtomicBuffersCommand.TryDecode(body, out SetAtomicBuffersCommand command):
                SetBuffers(BoundState.IndexOf(StateGroup.AtomicBuffers), "atomic_buffer", command.StartSlot, command.Buffers);
                break;
            case VirglOpcode.SetShaderImages when SetShaderImagesCommand.TryDecode(body, out SetShaderImagesCommand command): SetImages(command); break;
            case VirglOpcode.SetStreamOutTargets when SetStreamOutTargetsCommand.TryDecode(body, out SetStreamOutTargetsCommand command): SetStreamOutTargets(command); break;
            case VirglOpcode.SetRenderCondition when SetRenderConditionCommand.TryDecode(body, out SetRenderConditionCommand command): SetCondition(command); break;
            case VirglOpcode.SetBlendColor: Keep<SetBlendColorCommand>(StateGroup.Fixed, 0, "blend_color", body); break;
            case VirglOpcode.SetStencilReference: Keep<SetStencilReferenceCommand>(StateGroup.Fixed, 1, "stencil_ref", body); break;
            case VirglOpcode.SetSampleMask: Keep<SetSampleMaskCommand>(StateGroup.Fixed, 2, "sample_mask", body); break;
            case VirglOpcode.SetMinimumSamples: Keep<SetMinimumSamplesCommand>(StateGroup.Fixed, 3, "min_samples", body); break;
            case VirglOpcode.SetClipPlanes: Keep<SetClipPlanesCommand>(StateGroup.Fixed, 4, "clip_planes", body); break;
            case VirglOpcode.SetPolygonStipple: Keep<SetPolygonStippleCommand>(StateGroup.Fixed, 5, "polygon_stipple", body); break;
            case VirglOpcode.SetTessellationLevels: Keep<SetTessellationLevelsCommand>(StateGroup.Fixed, 6, "tess_state", body); break;
            default: break;
        }
    }

    /// <summary>A command whose fields are the state.</summary>
    private void Keep<T>(StateGroup group, int slot, string name, ReadOnlySpan<uint> body)
        where T : struct, IVirglCommand<T>, allows ref struct
    {
        uint[] words = body.ToArray();
        _state.Set(BoundState.IndexOf(group), slot, writer =>
        {
            writer.BeginGroup(name);
            if (T.TryDecode(words, out T command))
                command.Describe(writer);
            writer.EndItem();
        });
    }

    private int Find(uint handle) => handle == 0 ? -1 : book.FindObject(_context, _subContext, handle);

    private void Bind(VirglObjectType type, ReadOnlySpan<uint> body)
    {
        StateGroup? group = type switch
        {
            VirglObjectType.Blend => StateGroup.Blend,
            VirglObjectType.Rasterizer => StateGroup.Rasterizer,
            VirglObjectType.DepthStencilAlpha => StateGroup.DepthStencilAlpha,
            VirglObjectType.VertexElements => StateGroup.VertexElements,
            _ => null,
        };
        if (group is { } known && body.Length == 1)
            SetThing(BoundState.IndexOf(known), 0, DescriptionTable.NameOf(type)!.ToLowerInvariant(), Find(body[0]));
    }

    private void SetThing(int group, int slot, string name, int number) =>
        _state.Set(group, slot, number < 0 ? null : writer => writer.Thing(name, number));

    private void SetHandles(StateGroup group, ShaderStage stage, string name, uint start, ReadOnlySpan<uint> handles)
    {
        for (int i = 0; i < handles.Length; i++)
            SetThing(BoundState.IndexOf(group, stage), (int)start + i, $"{name}[{start + i}]", Find(handles[i]));
    }

    private void BindShader(in BindShaderCommand command)
    {
        int number = Find(command.Handle);
        if (command.Handle == 0 || (number >= 0 && book.Definitions[number].Kind == "SHADER"))
            _state.SetShader(command.Stage, number);
    }

    private void SetFramebuffer(in SetFramebufferCommand command)
    {
        int group = BoundState.IndexOf(StateGroup.Framebuffer);
        _state.ClearFrom(group, 0);
        _state.Colors = new int[command.ColorHandles.Length];
        for (int i = 0; i < command.ColorHandles.Length; i++)
        {
            _state.Colors[i] = Find(command.ColorHandles[i]);
            SetThing(group, i, $"cbuf[{i}]", _state.Colors[i]);
        }

        _state.DepthStencil = Find(command.DepthStencilHandle);
        SetThing(group, 99, "zsurf", _state.DepthStencil);
    }

    private void SetViewports(in SetViewportsCommand command)
    {
        for (int i = 0; i < command.Viewports.Length; i++)
        {
            Viewport viewport = command.Viewports[i];
            int slot = (int)command.StartSlot + i;
            if (slot == 0)
                _state.IsTopDown = viewport.ScaleY < 0;
            _state.Set(BoundState.IndexOf(StateGroup.Viewports), slot, writer =>
            {
                writer.BeginItem("viewport", slot);
                viewport.Describe(writer);
                writer.EndItem();
            });
        }
    }

    private void SetScissors(in SetScissorsCommand command)
    {
        for (int i = 0; i < command.Rectangles.Length; i++)
        {
            ScissorRectangle rectangle = command.Rectangles[i];
            int slot = (int)command.StartSlot + i;
            _state.Set(BoundState.IndexOf(StateGroup.Scissors), slot, writer =>
            {
                writer.BeginItem("scissor", slot);
                rectangle.Describe(writer);
                writer.EndItem();
            });
        }
    }

    /// <summary>A range of a resource in a slot; null where the slot becomes empty.</summary>
    private Action<FieldWriter>? Range(string name, uint handle, params (string Name, uint Value)[] rest)
    {
        int number = handle == 0 ? -1 : book.FindResource(handle);
        if (number < 0)
            return null;
        return writer =>
        {
            writer.BeginGroup(name);
            writer.Thing("resource", number);
            foreach ((string field, uint value) in rest)
                writer.Number(field, value);
            writer.EndItem();
        };
    }

    private void SetVertexBuffers(in SetVertexBuffersCommand command)
    {
        int group = BoundState.IndexOf(StateGroup.VertexBuffers);
        for (int i = 0; i < command.Buffers.Length; i++)
            _state.Set(group, i, Range($"vertex_buffer[{i}]", command.Buffers[i].Handle, ("stride", command.Buffers[i].Stride), ("offset", command.Buffers[i].Offset)));
        _state.ClearFrom(group, command.Buffers.Length);
    }

    private void SetIndexBuffer(in SetIndexBufferCommand command) =>
        _state.Set(BoundState.IndexOf(StateGroup.IndexBuffer), 0, Range("index_buffer", command.Handle, ("index_size", command.IndexSize), ("offset", command.Offset)));

    private void SetConstants(in SetConstantBufferCommand command)
    {
        if (command.Constants.IsEmpty)
        {
            _state.Set(BoundState.IndexOf(StateGroup.UniformBuffers, command.Stage), (int)command.Index, null);
            return;
        }

        _state.Set(BoundState.IndexOf(StateGroup.UniformBuffers, command.Stage), 0, null);
        uint[] words = command.Constants.ToArray();
        _state.Set(BoundState.IndexOf(StateGroup.Constants, command.Stage), 0, writer => writer.Words("const", words));
    }

    private void SetUniformBuffer(in SetUniformBufferCommand command) => _state.Set(
        BoundState.IndexOf(StateGroup.UniformBuffers, command.Stage), (int)command.Index,
        Range($"uniform_buffer[{command.Index}]", command.Handle, ("offset", command.Offset), ("length", command.Length)));

    private void SetBuffers(int group, string name, uint start, ReadOnlySpan<ShaderBufferBinding> buffers)
    {
        for (int i = 0; i < buffers.Length; i++)
            _state.Set(group, (int)start + i, Range($"{name}[{start + i}]", buffers[i].Handle, ("offset", buffers[i].Offset), ("length", buffers[i].Length)));
    }

    private void SetImages(in SetShaderImagesCommand command)
    {
        for (int i = 0; i < command.Images.Length; i++)
        {
            ShaderImageBinding image = command.Images[i];
            int slot = (int)command.StartSlot + i, number = image.Handle == 0 ? -1 : book.FindResource(image.Handle);
            // Images share the group with buffers, behind them.
            _state.Set(BoundState.IndexOf(StateGroup.Storage, command.Stage), 1000 + slot, number < 0 ? null : writer =>
            {
                writer.BeginItem("image", slot);
                writer.Thing("resource", number);
                writer.Choice("format", image.Format);
                writer.Choice("access", image.Access);
                writer.Mask("layer_offset", image.LayerOrOffset);
                writer.Mask("level_size", image.LevelOrSize);
                writer.EndItem();
            });
        }
    }

    private void SetStreamOutTargets(in SetStreamOutTargetsCommand command)
    {
        int group = BoundState.IndexOf(StateGroup.StreamOutput);
        _state.ClearFrom(group, 0);
        for (int i = 0; i < command.Handles.Length; i++)
            SetThing(group, i, $"so_target[{i}]", Find(command.Handles[i]));
    }

    private void SetCondition(in SetRenderConditionCommand command)
    {
        int number = Find(command.QueryHandle);
        bool isInverted = command.Inverted;
        _state.Set(BoundState.IndexOf(StateGroup.RenderCondition), 0, number < 0 ? null : writer =>
        {
            writer.Thing("query", number);
            writer.Flag("condition", isInverted);
        });
    }
}
