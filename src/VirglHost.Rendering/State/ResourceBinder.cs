using System.Numerics;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Programs;

namespace VirglHost.Rendering.State;

/// <summary>Binds what a program's samplers, uniform blocks and storage name to what the guest has bound.</summary>
internal sealed class ResourceBinder(GlSession session, PipelineState state, GlStreamBuffer stream)
{
    private int _generation = -1;

    /// <summary>Binds, for <paramref name="program"/>, which is in use, the groups that <paramref name="dirty"/> names, and the uploaded blocks again where their ring segment has been left.</summary>
    public void Bind(LinkedProgram program, Dirty dirty, HelperBlock helper)
    {
        if ((dirty & Dirty.Textures) != 0)
        {
            BindTextures(program);
        }

        if ((dirty & Dirty.Constants) != 0)
        {
            SetConstants(program);
        }

        if ((dirty & (Dirty.Constants | Dirty.UniformBuffers)) != 0 || _generation != stream.Generation)
        {
            BindBlocks(program);
        }

        if ((dirty & Dirty.Storage) != 0)
        {
            BindStorage(program);
        }

        helper.Apply(session.Gl, program);
        if (_generation != stream.Generation)
        {
            // The ring moved on while blocks were uploaded: what lies in the segment it left may be overwritten before this draw has read it.
            _generation = stream.Generation;
            BindBlocks(program);
        }
    }

    private void BindTextures(LinkedProgram program)
    {
        bool isSeamless = false;
        foreach (ref readonly SamplerPlace place in program.Samplers)
        {
            StageState stage = state[place.Stage];
            SamplerViewState? view = stage.Views[place.Slot];
            SamplerState? sampler = stage.Samplers[place.Slot];
            uint texture = view is null ? 0 : place.IsShadow && view.HasDepth ? view.ShadowTexture(session) : view.Texture;
            session.State.SetTexture(place.Unit, texture);
            session.State.SetSampler(place.Unit, sampler is null || view is { IsBuffer: true } ? 0 : sampler.Name(view is { IsAlphaInRed: true }));
            isSeamless |= sampler is { UsesSeamlessCube: true };
        }

        if (!program.Samplers.IsEmpty)
        {
            session.State.SetSeamlessCubeMap(isSeamless);
        }
    }

    private void BindStorage(LinkedProgram program)
    {
        foreach (ref readonly StoragePlace place in program.Storage)
        {
            StageState stage = state[place.Stage];
            if (place.IsImage)
            {
                session.State.SetImage(place.Binding, stage.Images[place.Slot]?.Image ?? default);
            }
            else
            {
                BufferSlot slot = stage.StorageBuffers[place.Slot];
                session.State.SetStorageBuffer(
                    place.Binding, slot.Resource?.Buffer is { } buffer ? new GlBufferRange(buffer.Name, (nint)slot.Offset, slot.Length) : default);
            }
        }

        for (uint counters = program.AtomicBuffers; counters != 0; counters &= counters - 1)
        {
            int number = BitOperations.TrailingZeroCount(counters);
            if (number >= session.Limits.MaxAtomicCounterBufferBindings)
            {
                break;
            }

            BufferSlot slot = state.AtomicBuffers[number];
            session.State.SetAtomicBuffer(
                (uint)number, slot.Resource?.Buffer is { } buffer ? new GlBufferRange(buffer.Name, (nint)slot.Offset, slot.Length) : default);
        }
    }

    private void SetConstants(LinkedProgram program)
    {
        foreach (ref ConstantPlace place in program.Constants)
        {
            ConstantStore constants = state[place.Stage].Constants;
            if (place.Version != constants.Version)
            {
                session.Gl.Uniform4uiv(place.Location, constants.Padded(place.WordCount));
                place.Version = constants.Version;
            }
        }
    }

    private void BindBlocks(LinkedProgram program)
    {
        foreach (ref readonly BlockPlace place in program.Blocks)
        {
            StageState stage = state[place.Stage];
            ref readonly BufferSlot slot = ref stage.UniformBuffers[place.Slot];
            GlBufferRange range = default;
            if (slot.Resource?.Buffer is { } buffer && slot.Offset < slot.Resource.SizeInBytes)
            {
                // GUEST: the range is cut to the buffer; GL's robust access covers what the shader reads beyond it.
                long size = Math.Min(slot.Length, slot.Resource.SizeInBytes - slot.Offset);
                range = new GlBufferRange(buffer.Name, (nint)slot.Offset, (nuint)size);
            }
            else if (place.Slot == 0)
            {
                range = stage.Constants.Upload(stream, place.SizeInBytes);
            }

            if (place.IsStorage)
            {
                // GUEST: an offset that suits uniform blocks may not suit storage blocks; Mesa uploads constants of that size by command.
                session.State.SetStorageBuffer(place.Binding, range.Offset % session.Limits.ShaderStorageBufferOffsetAlignment == 0 ? range : default);
            }
            else
            {
                session.State.SetUniformBuffer(place.Binding, range);
            }
        }
    }
}
