using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;
using VirglHost.Rendering.State;

namespace VirglHost.Rendering.Drawing;

/// <summary>SET_SHADER_BUFFERS, SET_ATOMIC_BUFFERS and SET_SHADER_IMAGES: checks what is bound against its resource, so that binding it later cannot fail.</summary>
internal sealed class StorageEngine(GlSession session, FormatTable formats, PipelineState state)
{
    private const uint WordInBytes = 4;

    /// <summary>Binds storage buffers; handle 0 unbinds.</summary>
    public void SetBuffers(RenderContext context, in SetShaderBuffersCommand command)
    {
        StageState stage = state[command.Stage];
        int slot = (int)command.StartSlot;
        foreach (ShaderBufferBinding binding in command.Buffers)
        {
            BufferSlot bound = Resolve(context, binding, VirglOpcode.SetShaderBuffers, (uint)session.Limits.ShaderStorageBufferOffsetAlignment);
            if (stage.SetStorageBuffer(session, slot++, bound))
            {
                state.Dirty |= Dirty.Storage;
            }
        }
    }

    /// <summary>Binds atomic counter buffers for all stages; handle 0 unbinds.</summary>
    public void SetAtomicBuffers(RenderContext context, in SetAtomicBuffersCommand command)
    {
        int slot = (int)command.StartSlot;
        foreach (ShaderBufferBinding binding in command.Buffers)
        {
            state.SetAtomicBuffer(slot++, Resolve(context, binding, VirglOpcode.SetAtomicBuffers, WordInBytes));
        }
    }

    /// <summary>Binds images; handle 0 unbinds.</summary>
    public void SetImages(RenderContext context, in SetShaderImagesCommand command)
    {
        StageState stage = state[command.Stage];
        int slot = (int)command.StartSlot;
        foreach (ShaderImageBinding binding in command.Images)
        {
            if (binding.Handle == 0)
            {
                stage.SetImage(session, slot++, null);
            }
            else if (stage.Images[slot] is { } bound && bound.IsFor(context.FindResource(binding.Handle), binding))
            {
                slot++;
                continue;
            }
            else
            {
                RenderResource resource = context.RequireStorage(binding.Handle, VirglOpcode.SetShaderImages);
                stage.SetImage(session, slot++, ImageState.SelectsAnything(resource, binding) ? new ImageState(session, formats, resource, binding) : null);
            }

            state.Dirty |= Dirty.Storage;
        }
    }

    // What a binding names of a buffer; nothing for handle 0 and for no bytes.
    private static BufferSlot Resolve(RenderContext context, in ShaderBufferBinding binding, VirglOpcode command, uint alignmentInBytes)
    {
        if (binding.Handle == 0)
        {
            return default;
        }

        RenderResource resource = context.RequireStorage(binding.Handle, command);
        if (resource.Buffer is null || binding.Offset + (long)binding.Length > resource.SizeInBytes)
        {
            throw GuestFaults.Fault(GuestFault.StorageBufferRange, $"{command}: no {binding.Length} bytes at {binding.Offset} of resource {binding.Handle}");
        }

        if (binding.Offset % alignmentInBytes != 0)
        {
            throw GuestFaults.IllegalCommandBuffer($"{command}: offset {binding.Offset} is no multiple of {alignmentInBytes}");
        }

        return binding.Length == 0 ? default : new BufferSlot(resource, binding.Offset, binding.Length);
    }
}
