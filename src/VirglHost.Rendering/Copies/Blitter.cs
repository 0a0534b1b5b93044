using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Copies;

/// <summary>
/// BLIT, RESOURCE_COPY_REGION and CLEAR_TEXTURE. A blit takes the cheapest of three ways that means the same: a raw copy, GL's own blit, a textured
/// quad. One per renderer, owner thread only; the session passed in is current. A render condition has to be paused by the caller.
/// SPEC: virgl-commands.md section 7.11.
/// </summary>
internal sealed class Blitter(FormatTable formats) : IDisposable
{
    private readonly RegionCopy _regions = new();
    private readonly QuadBlit _quads = new();

    /// <summary>RESOURCE_COPY_REGION.</summary>
    /// <exception cref="GuestFaultException">A box leaves its resource or the formats are not copy-compatible.</exception>
    public void CopyRegion(GlSession session, in ResourceCopyRegionCommand command, RenderResource destination, RenderResource source) =>
        _regions.Copy(session, command, destination, source);

    /// <summary>BLIT.</summary>
    /// <exception cref="GuestFaultException">A box leaves its resource or the formats cannot be converted.</exception>
    /// <param name="session">The current session.</param>
    /// <param name="command">The command.</param>
    /// <param name="destination">Written.</param>
    /// <param name="source">Read.</param>
    /// <param name="isConditional">A render condition decides, which raw copies do not obey.</param>
    public void Blit(GlSession session, in BlitCommand command, RenderResource destination, RenderResource source, bool isConditional = false)
    {
        if (command.Filter > TextureFilter.Linear)
            throw GuestFaults.Malformed(VirglOpcode.Blit, $"filter {(uint)command.Filter}");
        BlitSide to = BlitSide.Require(formats, destination, command.DestinationFormat, command.DestinationLevel, command.DestinationBox);
        BlitSide from = BlitSide.Require(formats, source, command.SourceFormat, command.SourceLevel, command.SourceBox);
        BlitMask mask = EffectiveMask(command.Mask, from.Format, to.Format);
        if (mask == BlitMask.None || to.Box.Width == 0 || to.Box.Height == 0 || from.Box.Width == 0 || from.Box.Height == 0)
            return;
        if ((mask & BlitMask.Color) != 0 && from.Format.Kind != to.Format.Kind)
            throw GuestFaults.IllegalFormat(command.DestinationFormat, VirglOpcode.Blit);
        session.HasRendered = true;
        if (!isConditional && IsPlainCopy(command, mask, to, from))
        {
            Box box = from.Box;
            session.Gl.CopyImageSubData(from.Texture.Name, from.Texture.Target, from.Level, box.X, box.Y, box.Z, to.Texture.Name, to.Texture.Target,
                to.Level, to.Box.X, to.Box.Y, to.Box.Z, (uint)box.Width, (uint)box.Height, (uint)box.Depth);
            return;
        }

        if (!to.Format.IsRenderable && !to.Format.IsStencilOnlyView)
            throw GuestFaults.IllegalFormat(command.DestinationFormat, VirglOpcode.Blit);
        using (session.State.Enter())
        {
            session.State.SetScissor(0, Scissor(command, to));
            session.State.SetFramebufferSrgb(to.Format.IsSrgb || from.Format.IsSrgb);
            if (CanBlitDirectly(command, mask, to, from))
                BlitLayers(session, command, mask, to, from);
            else
                _quads.Draw(session, command, mask, to, from);
        }
    }

    /// <summary>CLEAR_TEXTURE: the texel is bytes of the resource's own format.</summary>
    /// <exception cref="GuestFaultException">The box leaves the resource or the format cannot be cleared.</exception>
    public void ClearTexture(GlSession session, in ClearTextureCommand command, RenderResource resource)
    {
        if (!resource.HasStorage)
            throw GuestFaults.IllegalResource(resource.Id, VirglOpcode.ClearTexture);
        if (command.Level >= (uint)resource.LevelCount || !BoxLayout.IsInside(resource.Level((int)command.Level), command.Box))
            throw GuestFaults.IllegalCommandBuffer($"clear of {command.Box} of level {command.Level} of resource {resource.Id}");
        if (resource.Format.IsCompressed)
            throw GuestFaults.IllegalFormat(resource.Format.Format, VirglOpcode.ClearTexture);
        Span<byte> texel = stackalloc byte[16];
        System.Runtime.InteropServices.MemoryMarshal.Write(texel, command.Texel);
        texel = texel[..resource.Format.BlockSizeInBytes];
        TexelRepacker.ToHost(resource.Format.Repack, texel);
        session.State.SetUnpackBuffer(0);
        session.State.SetUnpack(GlPixelStore.Tight);
        Box box = command.Box;
        if (resource.Buffer is { } buffer)
        {
            session.Gl.ClearNamedBufferSubData(buffer.Name, GLEnum.R8ui, box.X, (nuint)box.Width, GLEnum.RedInteger, GLEnum.UnsignedByte, texel);
            return;
        }

        var level = (int)command.Level;
        int y = resource.IsYInverted ? resource.LevelHeight(level) - box.Y - box.Height : box.Y;
        bool isLine = resource.Texture!.Target == GLEnum.Texture1DArray;
        session.Gl.ClearTexSubImage(resource.Texture.Name, level, box.X, isLine ? box.Z : y, isLine ? 0 : box.Z, (uint)box.Width,
            (uint)(isLine ? box.Depth : box.Height), (uint)(isLine ? 1 : box.Depth), resource.Format.TransferFormat, resource.Format.PixelType, texel);
    }

    /// <inheritdoc/>
    public void Dispose() => _quads.Dispose();

    /// <summary>The aspects that both ends have.</summary>
    private static BlitMask EffectiveMask(BlitMask mask, FormatRow from, FormatRow to)
    {
        var both = BlitMask.None;
        if (from.IsColor && to.IsColor)
            both |= BlitMask.Color;
        if (from.HasDepth && to.HasDepth)
            both |= BlitMask.Depth;
        if (from.HasStencil && to.HasStencil)
            both |= BlitMask.Stencil;
        return mask & both;
    }

    private static bool IsPlainCopy(in BlitCommand command, BlitMask mask, in BlitSide to, in BlitSide from)
    {
        BlitMask whole = EffectiveMask(BlitMask.Color | BlitMask.DepthStencil, from.Format, to.Format);
        return mask == whole && !command.ScissorEnabled && from.Format == to.Format && from.Format == from.Resource.Format && to.Format == to.Resource.Format &&
            from.Resource.Samples == to.Resource.Samples && !from.Resource.IsYInverted && !to.Resource.IsYInverted &&
            (from.Box.Width, from.Box.Height, from.Box.Depth) == (to.Box.Width, to.Box.Height, to.Box.Depth) &&
            from.Texture.Target != GLEnum.Texture1DArray && to.Texture.Target != GLEnum.Texture1DArray &&
            BoxLayout.IsInside(from.Resource.Level(from.Level), from.Box) && BoxLayout.IsInside(to.Resource.Level(to.Level), to.Box);
    }

    /// <summary>Whether glBlitNamedFramebuffer does what the guest means: GL knows nothing of the swizzles that emulate formats.</summary>
    private static bool CanBlitDirectly(in BlitCommand command, BlitMask mask, in BlitSide to, in BlitSide from)
    {
        if (!from.Format.IsRenderable)
            return false;
        bool isScaled = Math.Abs(to.Box.Width) != Math.Abs(from.Box.Width) || Math.Abs(to.Box.Height) != Math.Abs(from.Box.Height);
        bool isMultisample = from.Resource.Samples > 1 || to.Resource.Samples > 1;
        if (isMultisample && (isScaled || from.Format.InternalFormat != to.Format.InternalFormat))
            return false;
        if (to.Resource.Samples > 1 && from.Resource.Samples > 1 && to.Resource.Samples != from.Resource.Samples)
            return false;
        // GL's own blit refuses to filter depth.
        if ((mask & BlitMask.Depth) != 0 && isScaled && command.Filter == TextureFilter.Linear)
            return false;
        if ((mask & BlitMask.DepthStencil) != 0)
            return from.Resource.Format.InternalFormat == to.Resource.Format.InternalFormat;
        if (from.Box.Depth != to.Box.Depth && command.Filter == TextureFilter.Linear)
            return false;
        BlitMask present = to.Format.HasAlpha ? BlitMask.Color : BlitMask.Color & ~BlitMask.Alpha;
        if ((mask & present) != present)
            return false;
        return from.Format.Swizzle == to.Format.Swizzle || (from.Format.Swizzle == FormatSwizzle.Identity && !to.Format.IsAlphaInRed);
    }

    private static void BlitLayers(GlSession session, in BlitCommand command, BlitMask mask, in BlitSide to, in BlitSide from)
    {
        using GlTexture? toView = to.CreateView(session.Group);
        using GlTexture? fromView = from.CreateView(session.Group);
        GlFramebuffer draw = session.DrawFramebuffer;
        GlFramebuffer read = session.ReadFramebuffer;
        bool isColor = (mask & BlitMask.Color) != 0;
        bool isLinear = command.Filter == TextureFilter.Linear && isColor && from.Format.Kind == ChannelKind.Float && from.Resource.Samples == 1;
        if (isColor)
        {
            draw.SetDrawBuffers([GLEnum.ColorAttachment0]);
            read.SetReadBuffer(GLEnum.ColorAttachment0);
        }

        for (int i = 0; i < to.Box.Depth; i++)
        {
            to.Attach(draw, toView ?? to.Texture, to.Box.Z + i);
            from.Attach(read, fromView ?? from.Texture, from.Box.Z + SourceLayer(i, to.Box.Depth, from.Box.Depth));
            session.Gl.BlitNamedFramebuffer(read.Name, draw.Name, from.X0, from.Y0, from.X1, from.Y1, to.X0, to.Y0, to.X1, to.Y1,
                GlMask(mask), isLinear ? GLEnum.Linear : GLEnum.Nearest);
        }

        draw.DetachAll();
        read.DetachAll();
    }

    /// <summary>The source layer nearest to the middle of a destination layer.</summary>
    internal static int SourceLayer(int index, int toCount, int fromCount) => (int)((2L * index + 1) * fromCount / (2L * toCount));

    private static GLEnum GlMask(BlitMask mask)
    {
        GLEnum bits = 0;
        if ((mask & BlitMask.Color) != 0)
            bits |= GLEnum.ColorBufferBit;
        if ((mask & BlitMask.Depth) != 0)
            bits |= GLEnum.DepthBufferBit;
        if ((mask & BlitMask.Stencil) != 0)
            bits |= GLEnum.StencilBufferBit;
        return bits;
    }

    private static GlScissor Scissor(in BlitCommand command, in BlitSide to)
    {
        if (!command.ScissorEnabled)
            return default;
        int width = Math.Max((int)command.ScissorMaxX - (int)command.ScissorMinX, 0);
        int height = Math.Max((int)command.ScissorMaxY - (int)command.ScissorMinY, 0);
        int y = to.Resource.IsYInverted ? to.Resource.LevelHeight(to.Level) - (int)command.ScissorMinY - height : (int)command.ScissorMinY;
        return new GlScissor(true, (int)command.ScissorMinX, y, (uint)width, (uint)height);
    }
}
