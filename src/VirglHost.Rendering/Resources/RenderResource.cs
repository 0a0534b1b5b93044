using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Lanes;

namespace VirglHost.Rendering.Resources;

/// <summary>
/// A resource of the guest: a GL texture or buffer, host memory (CUSTOM), or nothing but its backing store (STAGING). Reference counted: the resource table
/// holds one reference, every view, surface and binding one more; GL names go with the last. Contexts on several threads may hold references; what they do to
/// its content is ordered by the renderer.
/// </summary>
public sealed class RenderResource
{
    private readonly FormatRow? _format;
    private readonly MemoryBudget _budget;
    private readonly PinnedStorage? _pinned;
    private int _references = 1;

    private RenderResource(uint id, in ResourceDescription description, FormatRow? format, MemoryBudget budget, PinnedStorage? pinned)
    {
        Id = id;
        Description = description;
        _format = format;
        _budget = budget;
        _pinned = pinned;
    }

    /// <summary>The guest's number for it.</summary>
    public uint Id { get; }

    /// <summary>What the guest asked for.</summary>
    public ResourceDescription Description { get; }

    /// <summary>The storage's format; buffers count as one-byte texels whatever format they were created with.</summary>
    internal FormatRow Format => _format ?? FormatRowTable.Bytes;

    /// <summary>Whether it is a buffer: width is bytes.</summary>
    internal bool IsBuffer => Description.Target == PipeTarget.Buffer;

    /// <summary>Whether GL holds it.</summary>
    internal bool HasStorage => Texture is not null || Buffer is not null;

    /// <summary>The texture of anything but a buffer.</summary>
    internal GlTexture? Texture { get; private set; }

    /// <summary>The buffer object of a buffer that GL may use.</summary>
    internal GlBuffer? Buffer { get; private set; }

    /// <summary>Whether the buffer lives in memory that the guest has mapped, so that nothing is ever transferred.</summary>
    internal bool IsPinned => _pinned is not null;

    /// <summary>Bytes of a buffer; of a texture, the bytes counted against the budget.</summary>
    public long SizeInBytes { get; private set; }

    /// <summary>Host memory of a CUSTOM buffer: query results and the like.</summary>
    internal byte[]? HostMemory { get; private set; }

    /// <summary>The guest's pages, where attached.</summary>
    internal IBackingStore? Backing { get; private set; }

    /// <summary>Contexts that can name it now; empty where all run on one thread. For the renderer's owner thread.</summary>
    internal List<ContextSharing> Users { get; } = [];

    /// <summary>A bit for each lane with a context that ever could name it. For the renderer's owner thread.</summary>
    internal uint Lanes { get; set; }

    /// <summary>Whether row 0 of the storage is the guest's last row.</summary>
    internal bool IsYInverted => (Description.Flags & (uint)ResourceFlags.YZeroTop) != 0;

    /// <summary>Layers: 6 of a cube, the array size of an array, else 1.</summary>
    internal int LayerCount => Math.Max((int)Description.ArraySize, 1);

    /// <summary>Samples per texel, at least 1.</summary>
    internal int Samples => Math.Max((int)Description.Samples, 1);

    /// <summary>GL's samples for each of the guest's: hosts that lack a sample count make the next larger one.</summary>
    internal int SampleRatio { get; private set; } = 1;

    /// <summary>Levels, at least 1.</summary>
    internal int LevelCount => (int)Description.LastLevel + 1;

    /// <summary>Checks, accounts and allocates, or takes <paramref name="pinned"/> memory, which is the caller's again where this throws.</summary>
    /// <exception cref="GuestFaultException">The description is illegal or the budget is spent.</exception>
    /// <exception cref="HostFaultException">The host's GL is out of memory.</exception>
    internal static RenderResource Create(
        GlSession session, FormatTable formats, uint id, in ResourceDescription description, MemoryBudget budget, PinnedStorage? pinned = null)
    {
        if (ResourceValidator.FindFault(description, formats, session) is { } fault)
            throw GuestFaults.InvalidParameter($"resource {id}: {fault}");
        FormatRow? format = null;
        if (description.Target != PipeTarget.Buffer)
            formats.TryGet(description.Format, out format);
        var resource = new RenderResource(id, description, format, budget, pinned);
        long size = resource.StorageSize();
        if (!budget.TryReserve(size))
            throw GuestFaults.OutOfMemory($"resource {id} of {size} bytes exceeds what is left of the memory budget");
        resource.SizeInBytes = size;
        try
        {
            resource.Allocate(session);
            if (!resource.IsPinned)
                StorageCleaner.Clear(session, resource);
        }
        catch (HostFaultException refused)
        {
            budget.Return(size);
            if (refused.Kind == HostFault.Unsupported)
                throw GuestFaults.InvalidParameter($"resource {id}: {refused.Message}");
            throw;
        }

        return resource;
    }

    /// <summary>Adds one reference.</summary>
    internal void Retain() => Interlocked.Increment(ref _references);

    /// <summary>Drops one reference; the last one deletes the GL names in the current context.</summary>
    internal void Release(GlSession session)
    {
        _ = session;
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        Texture?.Dispose();
        Buffer?.Dispose();
        if (_pinned is { } pinned)
            pinned.Retired.Add(pinned.Memory);
        Backing = null;
        HostMemory = null;
        _budget.Return(SizeInBytes);
    }

    /// <summary>Gives it the guest's pages; host memory is copied out to them.</summary>
    internal void AttachBacking(IBackingStore backing)
    {
        Backing = backing;
        if (HostMemory is { } memory)
            backing.Write(0, memory.AsSpan(0, (int)Math.Min(memory.Length, backing.LengthInBytes)));
    }

    /// <summary>Takes the guest's pages away; host memory keeps what they held.</summary>
    internal void DetachBacking()
    {
        if (HostMemory is { } memory && Backing is { } backing)
            backing.Read(0, memory.AsSpan(0, (int)Math.Min(memory.Length, backing.LengthInBytes)));
        Backing = null;
    }

    /// <summary>Writes into host memory and into the pages behind it; what lies outside either is dropped.</summary>
    /// <param name="offset">First byte, not negative.</param>
    /// <param name="source">What to write.</param>
    internal void WriteHostMemory(int offset, ReadOnlySpan<byte> source)
    {
        if (HostMemory is not { } memory || offset < 0 || offset > memory.Length - source.Length)
            return;
        source.CopyTo(memory.AsSpan(offset));
        if (Backing is { } backing && offset <= backing.LengthInBytes - source.Length)
            backing.Write(offset, source);
    }

    /// <summary>Width of a level in texels, bytes of a buffer.</summary>
    internal int LevelWidth(int level) => Minify(Description.Width, level);

    /// <summary>Height of a level in texels.</summary>
    internal int LevelHeight(int level) => Minify(Description.Height, level);

    /// <summary>Depth of a level in texels; 1 for anything but 3D textures.</summary>
    internal int LevelDepth(int level) => Description.Target == PipeTarget.Texture3D ? Minify(Description.Depth, level) : 1;

    /// <summary>Layers or slices of a level.</summary>
    internal int LevelLayers(int level) => Description.Target == PipeTarget.Texture3D ? LevelDepth(level) : LayerCount;

    /// <summary>A level as the guest lays it out.</summary>
    internal LevelShape Level(int level) => new(
        LevelWidth(level), LevelHeight(level), LevelLayers(level), Format.BlockWidth, Format.BlockHeight, Format.BlockSizeInBytes);

    private static int Minify(uint size, int level) => (int)Math.Max(size >> level, 1);

    /// <summary>Bytes of all levels; the description was checked, so 64 bits hold it.</summary>
    private long StorageSize()
    {
        if ((BindFlags)Description.Bind == BindFlags.Staging)
            return 0;
        long total = 0;
        for (int level = 0; level < LevelCount; level++)
        {
            LevelShape shape = Level(level);
            total += (long)BoxLayout.Blocks(shape.Width, shape.BlockWidth) * BoxLayout.Blocks(shape.Height, shape.BlockHeight) * shape.Layers *
                shape.BlockSizeInBytes * Samples;
        }

        return total;
    }

    private void Allocate(GlSession session)
    {
        if (!IsBuffer)
        {
            Texture = GlTexture.Create(session.Group, TextureShape());
            if (Samples > 1)
                SampleRatio = Math.Max(session.Gl.GetTextureLevelParameter(Texture.Name, 0, GLEnum.TextureSamples) / Samples, 1);
            return;
        }

        if (_pinned is { } pinned)
        {
            Buffer = GlBuffer.CreatePinned(session.Group, pinned.Memory.Address, Description.Width);
            return;
        }

        switch ((BindFlags)Description.Bind)
        {
            case BindFlags.Staging:
                break;
            case BindFlags.Custom:
                HostMemory = new byte[Description.Width];
                break;
            default:
                Buffer = GlBuffer.Create(session.Group, Description.Width, GLEnum.DynamicStorageBit | GLEnum.MapReadBit | GLEnum.MapWriteBit);
                break;
        }
    }

    private GlTextureShape TextureShape()
    {
        bool isMultisample = Description.Samples > 1;
        GLEnum target = Description.Target switch
        {
            PipeTarget.Texture1D => GLEnum.Texture1D,
            PipeTarget.Texture2D => isMultisample ? GLEnum.Texture2DMultisample : GLEnum.Texture2D,
            PipeTarget.Texture3D => GLEnum.Texture3D,
            PipeTarget.TextureCube => GLEnum.TextureCubeMap,
            // GL has no compressed rectangles; shaders divide the coordinates instead (SamplerFixup.CountsTexels).
            PipeTarget.TextureRect => Format.IsCompressed ? GLEnum.Texture2D : GLEnum.TextureRectangle,
            PipeTarget.Texture1DArray => GLEnum.Texture1DArray,
            PipeTarget.Texture2DArray => isMultisample ? GLEnum.Texture2DMultisampleArray : GLEnum.Texture2DArray,
            _ => GLEnum.TextureCubeMapArray,
        };
        uint depth = Description.Target switch
        {
            PipeTarget.Texture3D => Description.Depth,
            PipeTarget.TextureCube => 1,
            _ => (uint)LayerCount,
        };
        return new GlTextureShape(target, Format.InternalFormat, Description.Width, Description.Height, depth, (uint)LevelCount, isMultisample ? Description.Samples : 0);
    }
}
