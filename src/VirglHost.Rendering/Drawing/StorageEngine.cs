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
            BufferSlot bound = default;
            if (binding.Handle != 0)
            {
                RenderResource resource = context.RequireStorage(binding.Handle, VirglOpcode.SetShaderBuffers);
                if (resource.Buffer is null || binding.Offset + (long)binding.Length > resource.SizeInBytes)
                {
                    throw GuestFaults.Fault(
                        GuestFault.StorageBufferRange, $"{VirglOpcode.SetShaderBuffers}: no {binding.Length} bytes at {binding.Offset} of resource {binding.Handle}");
                }

                if (binding.Offset % (uint)session.Limits.ShaderStorageBufferOffsetAlignment != 0)
                {
                    throw GuestFaults.IllegalCommandBuffer($"storage buffer at offset {binding.Offset}");
                }

                bound = binding.Length == 0 ? default : new BufferSlot(resource, binding.Offset, binding.Length);
            }

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
            BufferSlot bound = default;
            if (binding.Handle != 0)
            {
                RenderResource resource = context.RequireStorage(binding.Handle, VirglOpcode.SetAtomicBuffers);
                if (resource.Buffer is null || binding.Offset + (long)binding.Length > resource.SizeInBytes)
                {
                    throw GuestFaults.Fault(
                        GuestFault.StorageBufferRange, $"{VirglOpcode.SetAtomicBuffers}: no {binding.Length} bytes at {binding.Offset} of resource {binding.Handle}");
                }

                if (binding.Offset % WordInBytes != 0)
                {
                    throw GuestFaults.IllegalCommandBuffer($"atomic counter buffer at offset {binding.Offset}");
                }

                bound = binding.Length == 0 ? default : new BufferSlot(resource, binding.Offset, binding.Length);
            }

            state.SetAtomicBuffer(slot++, bound);
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
}
