using System.Runtime.InteropServices;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Resources;

/// <summary>
/// Makes small pictures of textures of every shape and format, to be looked at. Slow and off every guest's path; the session passed in is current and not one
/// that a guest draws with.
/// </summary>
internal sealed class PreviewReader
{
    private const long MaxTexels = 1 << 26;

    private readonly BoxReducer _reducer = new();
    private uint[] _raw = [];
    private byte[] _texels = [];

    /// <summary>Reads one picture.</summary>
    /// <returns>False where the resource has no such picture, or none that can be read.</returns>
    public bool TryRead(GlSession session, RenderResource resource, in PreviewPlace place, PreviewPicture picture)
    {
        if (resource.Texture is not { } texture || resource.Format.IsCompressed || place.Level < 0 || place.Level >= resource.LevelCount ||
            place.Layer < 0 || place.Layer >= resource.LevelLayers(place.Level))
            return false;
        int width = resource.LevelWidth(place.Level), height = resource.LevelHeight(place.Level);
        if ((long)width * height > MaxTexels)
            return false;
        int count = width * height;
        if (_raw.Length < count * 4)
        {
            _raw = new uint[count * 4];
            _texels = new byte[count * 4];
        }

        GlFaultCheck.DrainErrors(session.Gl);
        PreviewKind kind = Read(session, resource, texture, place, width, height);
        if (session.Gl.GetError() != GLEnum.NoError)
            return false;
        (double minimum, double maximum) = Map(resource.Format, kind, count);
        _reducer.Reduce(new ReductionSource(_texels, width, height, resource.IsYInverted), place.MaxSize, picture, (kind, minimum, maximum));
        return true;
    }

    private PreviewKind Read(GlSession session, RenderResource resource, GlTexture texture, in PreviewPlace place, int width, int height)
    {
        (PreviewKind kind, GLEnum format, GLEnum type) = resource.Format switch
        {
            { HasDepth: true } => (PreviewKind.Depth, GLEnum.DepthComponent, GLEnum.Float),
            { HasStencil: true } => (PreviewKind.Stencil, GLEnum.StencilIndex, GLEnum.UnsignedByte),
            { Kind: ChannelKind.SignedInteger } => (PreviewKind.Integer, GLEnum.RgbaInteger, GLEnum.Int),
            { Kind: ChannelKind.UnsignedInteger } => (PreviewKind.Integer, GLEnum.RgbaInteger, GLEnum.UnsignedInt),
            _ => (PreviewKind.Color, GLEnum.Rgba, GLEnum.UnsignedByte),
        };
        int count = width * height;
        Span<byte> target = kind switch
        {
            PreviewKind.Color => _texels.AsSpan(0, count * 4),
            PreviewKind.Stencil => _texels.AsSpan(0, count),
            PreviewKind.Depth => MemoryMarshal.AsBytes(_raw.AsSpan(0, count)),
            _ => MemoryMarshal.AsBytes(_raw.AsSpan(0, count * 4)),
        };
        session.State.SetPackBuffer(0);
        session.State.SetPack(GlPixelStore.Tight);
        if (resource.Samples > 1)
        {
            using GlTexture resolved = Resolve(session, resource, texture, place);
            session.Gl.GetTextureSubImage(resolved.Name, 0, 0, 0, 0, (uint)width, (uint)height, 1, format, type, target);
        }
        else
        {
            bool isLine = texture.Target == GLEnum.Texture1DArray;
            session.Gl.GetTextureSubImage(texture.Name, place.Level, 0, isLine ? place.Layer : 0, isLine ? 0 : place.Layer, (uint)width, (uint)height, 1, format, type, target);
        }

        for (int i = 0; kind == PreviewKind.Stencil && i < count; i++)
            _raw[i] = _texels[i];
        return kind;
    }

    /// <summary>One sample for each texel: the mean of a colour's, the first one's depth or number.</summary>
    private static GlTexture Resolve(GlSession session, RenderResource resource, GlTexture texture, in PreviewPlace place)
    {
        int width = resource.LevelWidth(place.Level), height = resource.LevelHeight(place.Level);
        GlTexture resolved = GlTexture.Create(session.Group, new GlTextureShape(GLEnum.Texture2D, resource.Format.InternalFormat, (uint)width, (uint)height));
        GLEnum attachment = resource.Format switch
        {
            { HasDepth: true, HasStencil: true } => GLEnum.DepthStencilAttachment,
            { HasDepth: true } => GLEnum.DepthAttachment,
            { HasStencil: true } => GLEnum.StencilAttachment,
            _ => GLEnum.ColorAttachment0,
        };
        GLEnum mask = resource.Format.HasDepth ? GLEnum.DepthBufferBit : resource.Format.HasStencil ? GLEnum.StencilBufferBit : GLEnum.ColorBufferBit;
        GlFramebuffer from = session.ReadFramebuffer, to = session.DrawFramebuffer;
        if (texture.Target == GLEnum.Texture2DMultisampleArray)
            from.AttachLayer(attachment, texture.Name, place.Level, place.Layer);
        else
            from.Attach(attachment, texture.Name, place.Level);
        to.Attach(attachment, resolved.Name, 0);
        session.Gl.BlitNamedFramebuffer(from.Name, to.Name, 0, 0, width, height, 0, 0, width, height, mask, GLEnum.Nearest);
        from.Detach(attachment);
        to.Detach(attachment);
        return resolved;
    }

    /// <summary>What was read as red, green, blue and one byte more.</summary>
    private (double Minimum, double Maximum) Map(FormatRow format, PreviewKind kind, int count)
    {
        if (kind == PreviewKind.Color)
        {
            Reorder(format, count);
            return (0, 1);
        }

        int channels = kind == PreviewKind.Integer ? 4 : 1;
        int used = kind == PreviewKind.Integer ? ColorChannels(format) : 1;
        double minimum = double.MaxValue, maximum = double.MinValue;
        for (int i = 0; i < count; i++)
        {
            for (int channel = 0; channel < used; channel++)
            {
                double value = ValueOf(format, kind, _raw[i * channels + channel]);
                minimum = Math.Min(minimum, value);
                maximum = Math.Max(maximum, value);
            }
        }

        double scale = maximum > minimum ? 255 / (maximum - minimum) : 0;
        for (int i = 0; i < count; i++)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                bool isGrey = used == 1;
                uint word = isGrey || channel < used ? _raw[i * channels + (isGrey ? 0 : channel)] : 0;
                _texels[i * 4 + channel] = isGrey || channel < used ? (byte)Math.Clamp((ValueOf(format, kind, word) - minimum) * scale + 0.5, 0, 255) : (byte)0;
            }
        }

        return (minimum, maximum);
    }

    private static double ValueOf(FormatRow format, PreviewKind kind, uint word) =>
        kind == PreviewKind.Depth ? FiniteOf(BitConverter.UInt32BitsToSingle(word)) : format.Kind == ChannelKind.SignedInteger ? unchecked((int)word) : word;

    private static double FiniteOf(float value) => float.IsFinite(value) ? value : 0;

    private static int ColorChannels(FormatRow format) => format.PixelFormat switch
    {
        GLEnum.RedInteger => 1,
        GLEnum.RgInteger => 2,
        _ => 3,
    };

    /// <summary>Formats that the host lacks are stored under others; what shows is what a shader would see, or alpha where nothing else is there.</summary>
    private void Reorder(FormatRow format, int count)
    {
        if (format.IsAlphaInRed || format.PixelFormat == GLEnum.Red)
        {
            for (int i = 0; i < count; i++)
                _texels[i * 4 + 1] = _texels[i * 4 + 2] = _texels[i * 4];
            return;
        }

        FormatSwizzle swizzle = format.Swizzle;
        if ((swizzle.R, swizzle.G, swizzle.B) == (Swizzle.X, Swizzle.Y, Swizzle.Z))
            return;
        for (int i = 0; i < count; i++)
        {
            Span<byte> texel = _texels.AsSpan(i * 4, 4);
            (texel[0], texel[1], texel[2]) = (Select(texel, swizzle.R), Select(texel, swizzle.G), Select(texel, swizzle.B));
        }
    }

    private static byte Select(ReadOnlySpan<byte> texel, Swizzle source) => source <= Swizzle.W ? texel[(int)source] : source == Swizzle.One ? byte.MaxValue : (byte)0;
}
