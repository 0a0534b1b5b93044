using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.State;

namespace VirglHost.Rendering.Drawing;

/// <summary>CLEAR and CLEAR_SURFACE. GL's clears obey masks, scissor and discard, which the guest's do not, so those are opened and left dirty.</summary>
internal sealed class ClearEngine(GlSession session, PipelineState state)
{
    private const Dirty Touched = Dirty.Blend | Dirty.DepthStencil | Dirty.Rasterizer | Dirty.Scissors | Dirty.Framebuffer;

    /// <summary>Clears the bound framebuffer, every layer of it.</summary>
    public void Clear(in ClearCommand command)
    {
        FramebufferState framebuffer = state.Framebuffer;
        if (framebuffer.First is null || !framebuffer.IsComplete)
        {
            return;
        }

        Open(command.Buffers, framebuffer.ColorCount, framebuffer.HasSrgb);
        session.State.SetScissor(0, new GlScissor(false, 0, 0, 0, 0));
        for (int i = 0; i < framebuffer.ColorCount; i++)
        {
            if (((uint)command.Buffers & ((uint)ClearBuffers.Color0 << i)) != 0 && framebuffer.Colors[i] is { Texture: not 0 } surface)
            {
                ClearColor(framebuffer.Framebuffer, i, surface.Format, command.Color);
            }
        }

        if (framebuffer.DepthStencil is { } depthStencil)
        {
            ClearDepthStencil(framebuffer.Framebuffer, command.Buffers, depthStencil.Format, (float)command.Depth, command.Stencil);
        }
    }

    /// <summary>Clears a rectangle of one surface, bound or not.</summary>
    public void ClearSurface(in ClearSurfaceCommand command, SurfaceState surface)
    {
        if (surface.Texture == 0)
        {
            throw GuestFaults.IllegalSurface(command.Surface, VirglOpcode.ClearSurface);
        }

        // GUEST: GL clips the rectangle to the surface; it only has to fit GL's signed words.
        GlScissor area = new(true, Clamp(command.X), Clamp(command.Y), (uint)Clamp(command.Width), (uint)Clamp(command.Height));
        GlFramebuffer scratch = session.DrawFramebuffer;
        FormatRow storage = surface.Resource.Format;
        GLEnum attachment = !storage.HasDepth && !storage.HasStencil ? GLEnum.ColorAttachment0
            : storage is { HasDepth: true, HasStencil: true } ? GLEnum.DepthStencilAttachment
            : storage.HasDepth ? GLEnum.DepthAttachment
            : GLEnum.StencilAttachment;
        surface.AttachTo(scratch, attachment);
        scratch.SetDrawBuffers([attachment == GLEnum.ColorAttachment0 ? attachment : GLEnum.None]);
        Open(command.Buffers, 1, surface.Format.IsSrgb);
        session.State.SetScissor(0, area);
        if (attachment == GLEnum.ColorAttachment0)
        {
            ClearColor(scratch, 0, surface.Format, command.Color);
        }
        else
        {
            ClearDepthStencil(scratch, command.Buffers, storage, (float)command.Depth, command.Stencil);
        }

        scratch.Detach(attachment);
    }

    private static int Clamp(uint value) => (int)Math.Min(value, 1 << 20);

    /// <summary>Opens the masks of what is cleared, and only those, so that a usual frame sets and resets nothing.</summary>
    private void Open(ClearBuffers buffers, int colorCount, bool isSrgb)
    {
        session.HasRendered = true;
        GlState gl = session.State;
        for (int i = 0; i < colorCount; i++)
        {
            if (((uint)buffers & ((uint)ClearBuffers.Color0 << i)) != 0)
            {
                gl.SetColorMask(i, new GlColorMask(true, true, true, true));
            }
        }

        if ((buffers & ClearBuffers.Depth) != 0)
        {
            gl.SetDepth(state.DepthStencil.Depth with { WriteEnabled = true });
        }

        if ((buffers & ClearBuffers.Stencil) != 0)
        {
            GlStencil stencil = state.DepthStencil.Stencil(state.StencilFront, state.StencilBack);
            gl.SetStencil(stencil with { Front = stencil.Front with { WriteMask = 0xFF }, Back = stencil.Back with { WriteMask = 0xFF } });
        }

        gl.SetRasterizerDiscard(false);
        gl.SetFramebufferSrgb(isSrgb);
        state.Dirty |= Touched;
    }

    private void ClearColor(GlFramebuffer framebuffer, int index, FormatRow format, RawColor color)
    {
        if (format.IsAlphaInRed)
        {
            color = color with { R = color.A };
        }

        switch (format.Kind)
        {
            case ChannelKind.SignedInteger:
                session.Gl.ClearNamedFramebufferiv(
                    framebuffer.Name, GLEnum.Color, index, [unchecked((int)color.R), unchecked((int)color.G), unchecked((int)color.B), unchecked((int)color.A)]);
                break;
            case ChannelKind.UnsignedInteger:
                session.Gl.ClearNamedFramebufferuiv(framebuffer.Name, GLEnum.Color, index, [color.R, color.G, color.B, color.A]);
                break;
            default:
                System.Numerics.Vector4 value = color.AsFloats;
                session.Gl.ClearNamedFramebufferfv(framebuffer.Name, GLEnum.Color, index, [value.X, value.Y, value.Z, value.W]);
                break;
        }
    }

    private void ClearDepthStencil(GlFramebuffer framebuffer, ClearBuffers buffers, FormatRow format, float depth, uint stencil)
    {
        bool hasDepth = (buffers & ClearBuffers.Depth) != 0 && format.HasDepth;
        bool hasStencil = (buffers & ClearBuffers.Stencil) != 0 && format.HasStencil;
        int stencilValue = (int)(stencil & 0xFF);
        if (hasDepth && hasStencil)
        {
            session.Gl.ClearNamedFramebufferfi(framebuffer.Name, GLEnum.DepthStencil, 0, depth, stencilValue);
        }
        else if (hasDepth)
        {
            session.Gl.ClearNamedFramebufferfv(framebuffer.Name, GLEnum.Depth, 0, [depth]);
        }
        else if (hasStencil)
        {
            session.Gl.ClearNamedFramebufferiv(framebuffer.Name, GLEnum.Stencil, 0, [stencilValue]);
        }
    }
}
