using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.State;

/// <summary>One bound shader image: a level of a texture, or a range of a buffer seen as one. Immutable; holds its resource.</summary>
internal sealed class ImageState
{
    private readonly ShaderImageBinding _binding;
    private readonly GlTexture? _view;

    /// <summary>Checks the binding and makes a view where GL cannot name what it selects.</summary>
    public ImageState(GlSession session, FormatTable formats, RenderResource resource, in ShaderImageBinding binding)
    {
        _binding = binding;
        Resource = resource;
        if (!formats.TryGet(binding.Format, out FormatRow? row) || !IsImageFormat(row.InternalFormat))
        {
            throw GuestFaults.IllegalFormat(binding.Format, VirglOpcode.SetShaderImages);
        }

        GLEnum access = binding.Access switch
        {
            ImageAccess.Read => GLEnum.ReadOnly,
            ImageAccess.Write => GLEnum.WriteOnly,
            _ => GLEnum.ReadWrite,
        };
        if (resource.Buffer is { } buffer)
        {
            long size = Math.Min(binding.LevelOrSize, resource.SizeInBytes - binding.LayerOrOffset) / row.BlockSizeInBytes * row.BlockSizeInBytes;
            if (binding.LayerOrOffset % (uint)Math.Max(session.Limits.TextureBufferOffsetAlignment, 1) != 0)
            {
                throw GuestFaults.IllegalCommandBuffer($"image at byte {binding.LayerOrOffset} of a buffer");
            }

            _view = GlTexture.CreateBufferView(session.Group, row.InternalFormat, new GlBufferRange(buffer.Name, (nint)binding.LayerOrOffset, (nuint)size));
            Image = new GlImage(_view.Name, 0, false, 0, access, row.InternalFormat);
        }
        else
        {
            GlTexture texture = resource.Texture!;
            uint first = binding.LayerOrOffset & 0xFFFF;
            uint last = binding.LayerOrOffset >> 16;
            uint level = LevelOf(binding);
            int layers = resource.LevelLayers((int)level);
            bool isWhole = first == 0 && last == layers - 1;
            if (!isWhole && first != last && texture.Target != GLEnum.Texture3D)
            {
                _view = GlTexture.CreateView(
                    session.Group, texture, new GlTextureViewShape(ArrayOf(texture.Target), resource.Format.InternalFormat, level, 1, first, last - first + 1));
                Image = new GlImage(_view.Name, 0, true, 0, access, row.InternalFormat);
            }
            else
            {
                bool isLayered = isWhole && layers > 1;
                Image = new GlImage(texture.Name, (int)level, isLayered, isLayered ? 0 : (int)first, access, row.InternalFormat);
            }
        }

        resource.Retain();
    }

    /// <summary>Whether the binding selects anything of the resource; an image that does not reads zeros and takes no writes, like an empty slot.</summary>
    public static bool SelectsAnything(RenderResource resource, in ShaderImageBinding binding)
    {
        if (resource.IsBuffer)
        {
            return binding.LevelOrSize != 0 && binding.LayerOrOffset < resource.SizeInBytes;
        }

        uint last = binding.LayerOrOffset >> 16;
        uint level = LevelOf(binding);
        return level < (uint)resource.LevelCount && (binding.LayerOrOffset & 0xFFFF) <= last && last < resource.LevelLayers((int)level);
    }

    /// <summary>What GL binds.</summary>
    public GlImage Image { get; }

    /// <summary>The resource behind it.</summary>
    public RenderResource Resource { get; }

    /// <summary>Whether it is exactly this binding.</summary>
    public bool IsFor(RenderResource? resource, in ShaderImageBinding binding) => ReferenceEquals(resource, Resource) && binding == _binding;

    /// <summary>Drops view and resource.</summary>
    public void Release(GlSession session)
    {
        _view?.Dispose();
        Resource.Release(session);
    }

    // QUIRK: Mesa 22.3 copies a union, in which the level has eight bits and what lies above them is whatever was on its stack.
    private static uint LevelOf(in ShaderImageBinding binding) => binding.LevelOrSize & 0xFF;

    private static GLEnum ArrayOf(GLEnum target) => target switch
    {
        GLEnum.Texture1DArray => target,
        GLEnum.Texture2DMultisampleArray => target,
        _ => GLEnum.Texture2DArray,
    };

    /// <summary>SPEC: GL 4.5, table 8.26.</summary>
    private static bool IsImageFormat(GLEnum format) => format is
        GLEnum.Rgba32f or GLEnum.Rgba16f or GLEnum.Rg32f or GLEnum.Rg16f or GLEnum.R11fG11fB10f or GLEnum.R32f or GLEnum.R16f or
        GLEnum.Rgba32ui or GLEnum.Rgba16ui or GLEnum.Rgb10A2ui or GLEnum.Rgba8ui or GLEnum.Rg32ui or GLEnum.Rg16ui or GLEnum.Rg8ui or
        GLEnum.R32ui or GLEnum.R16ui or GLEnum.R8ui or GLEnum.Rgba32i or GLEnum.Rgba16i or GLEnum.Rgba8i or GLEnum.Rg32i or GLEnum.Rg16i or
        GLEnum.Rg8i or GLEnum.R32i or GLEnum.R16i or GLEnum.R8i or GLEnum.Rgba16 or GLEnum.Rgb10A2 or GLEnum.Rgba8 or GLEnum.Rg16 or GLEnum.Rg8 or
        GLEnum.R16 or GLEnum.R8 or GLEnum.Rgba16Snorm or GLEnum.Rgba8Snorm or GLEnum.Rg16Snorm or GLEnum.Rg8Snorm or GLEnum.R16Snorm or GLEnum.R8Snorm;
}
