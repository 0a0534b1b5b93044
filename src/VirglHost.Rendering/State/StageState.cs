using VirglHost.Rendering.Programs;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.State;

/// <summary>A range of a buffer resource bound to a numbered slot; <see cref="Resource"/> is null where the slot is empty.</summary>
internal record struct BufferSlot(RenderResource? Resource, uint Offset, uint Length);

/// <summary>What one shader stage has bound. The references of bound objects and resources are held here.</summary>
internal sealed class StageState
{
    /// <summary>Samplers that a TGSI shader can name.</summary>
    public const int SamplerCount = 32;

    /// <summary>Sampler view slots that commands can name; shaders see the first 32.</summary>
    public const int ViewCount = 128;

    /// <summary>Uniform buffer slots; slot 0 with a resource stands for the constants.</summary>
    public const int UniformBufferCount = 32;

    /// <summary>Storage buffer and image slots.</summary>
    public const int StorageCount = 32;

    private readonly SamplerViewState?[] _views = new SamplerViewState?[ViewCount];
    private readonly SamplerState?[] _samplers = new SamplerState?[SamplerCount];
    private readonly BufferSlot[] _uniformBuffers = new BufferSlot[UniformBufferCount];
    private readonly BufferSlot[] _storageBuffers = new BufferSlot[StorageCount];
    private readonly ImageState?[] _images = new ImageState?[StorageCount];
    private int _viewCount;

    /// <summary>The shader; null where none is bound.</summary>
    public GuestShader? Shader { get; private set; }

    /// <summary>Constant buffer 0 as SET_CONSTANT_BUFFER gave it.</summary>
    public ConstantStore Constants { get; } = new();

    /// <summary>Whether the constants come from <see cref="Constants"/>, not from a resource in slot 0.</summary>
    public bool HasPlainConstants => _uniformBuffers[0].Resource is null;

    /// <summary>Bound sampler views.</summary>
    public ReadOnlySpan<SamplerViewState?> Views => _views;

    /// <summary>Bound sampler states.</summary>
    public ReadOnlySpan<SamplerState?> Samplers => _samplers;

    /// <summary>Bound uniform buffers.</summary>
    public ReadOnlySpan<BufferSlot> UniformBuffers => _uniformBuffers;

    /// <summary>Bound storage buffers.</summary>
    public ReadOnlySpan<BufferSlot> StorageBuffers => _storageBuffers;

    /// <summary>Bound images.</summary>
    public ReadOnlySpan<ImageState?> Images => _images;

    /// <summary>Swaps the shader; false where it was bound already.</summary>
    public bool SetShader(GlSession session, GuestShader? shader)
    {
        if (ReferenceEquals(Shader, shader))
        {
            return false;
        }

        shader?.Retain();
        Shader?.Release(session);
        Shader = shader;
        return true;
    }

    /// <summary>Swaps one view; false where it was bound already.</summary>
    public bool SetView(GlSession session, int slot, SamplerViewState? view)
    {
        SamplerViewState? previous = _views[slot];
        _viewCount = view is null ? _viewCount : Math.Max(_viewCount, slot + 1);
        if (ReferenceEquals(previous, view))
        {
            return false;
        }

        view?.Retain();
        _views[slot] = view;
        previous?.Release(session);
        return true;
    }

    /// <summary>Unbinds every view from <paramref name="first"/> on; false where there was none.</summary>
    public bool ClearViews(GlSession session, int first)
    {
        bool changed = false;
        for (int slot = first; slot < _viewCount; slot++)
        {
            changed |= SetView(session, slot, null);
        }

        _viewCount = Math.Min(_viewCount, first);
        return changed;
    }

    /// <summary>Swaps one sampler state; false where it was bound already.</summary>
    public bool SetSampler(GlSession session, int slot, SamplerState? sampler)
    {
        SamplerState? previous = _samplers[slot];
        if (ReferenceEquals(previous, sampler))
        {
            return false;
        }

        sampler?.Retain();
        _samplers[slot] = sampler;
        previous?.Release(session);
        return true;
    }

    /// <summary>Swaps one uniform buffer; false where exactly this range was bound already.</summary>
    public bool SetUniformBuffer(GlSession session, int slot, in BufferSlot buffer) => Swap(session, ref _uniformBuffers[slot], buffer);

    /// <summary>Swaps one storage buffer; false where exactly this range was bound already.</summary>
    public bool SetStorageBuffer(GlSession session, int slot, in BufferSlot buffer) => Swap(session, ref _storageBuffers[slot], buffer);

    /// <summary>Replaces one image, which this slot owns from here on.</summary>
    public void SetImage(GlSession session, int slot, ImageState? image)
    {
        _images[slot]?.Release(session);
        _images[slot] = image;
    }

    /// <summary>Swaps one buffer range; false where exactly this range was there already.</summary>
    public static bool Swap(GlSession session, ref BufferSlot slot, in BufferSlot buffer)
    {
        if (slot == buffer)
        {
            return false;
        }

        RenderResource? previous = slot.Resource;
        buffer.Resource?.Retain();
        slot = buffer;
        previous?.Release(session);
        return true;
    }

    /// <summary>Drops every reference.</summary>
    public void Clear(GlSession session)
    {
        SetShader(session, null);
        ClearViews(session, 0);
        for (int slot = 0; slot < SamplerCount; slot++)
        {
            SetSampler(session, slot, null);
        }

        for (int slot = 0; slot < UniformBufferCount; slot++)
        {
            SetUniformBuffer(session, slot, default);
        }

        for (int slot = 0; slot < StorageCount; slot++)
        {
            SetStorageBuffer(session, slot, default);
            SetImage(session, slot, null);
        }
    }
}
