using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Copies;

/// <summary>
/// Blits by drawing a textured quad: for swizzles that emulate formats, single colour channels, unlike depth formats, scaled multisampling and linear
/// filtering between slices. The caller's state scope puts everything back.
/// </summary>
internal sealed class QuadBlit : IDisposable
{
    private const int SourceUniform = 0;
    private const int LayerUniform = 1;
    private readonly QuadProgramCache _programs = new();
    private GlSampler? _nearest;
    private GlSampler? _linear;

    /// <summary>Draws every aspect of the mask, layer by layer.</summary>
    public void Draw(GlSession session, in BlitCommand command, BlitMask mask, in BlitSide to, in BlitSide from)
    {
        SetFixedState(session.State);
        if ((mask & BlitMask.Color) != 0)
            DrawAspect(session, command, mask, to, from, QuadOutput.Color);
        if ((mask & BlitMask.Depth) != 0)
            DrawAspect(session, command, mask, to, from, QuadOutput.Depth);
        if ((mask & BlitMask.Stencil) == 0)
            return;
        if (!session.Features[GlFeature.ShaderStencilExport])
            throw GuestFaults.Unsupported("a stencil blit between unlike formats on this host");
        DrawAspect(session, command, mask, to, from, QuadOutput.Stencil);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _programs.Dispose();
        _nearest?.Dispose();
        _linear?.Dispose();
    }

    private void DrawAspect(GlSession session, in BlitCommand command, BlitMask mask, in BlitSide to, in BlitSide from, QuadOutput output)
    {
        ChannelKind kind = output switch
        {
            QuadOutput.Depth => ChannelKind.Float,
            QuadOutput.Stencil => ChannelKind.UnsignedInteger,
            _ => from.Format.Kind,
        };
        bool isLinear = command.Filter == TextureFilter.Linear && output != QuadOutput.Stencil && kind == ChannelKind.Float && from.Resource.Samples == 1;
        using GlTexture view = SourceView(session, from, output);
        using GlTexture? target = to.CreateView(session.Group);
        GlProgram program = _programs.Get(session, Key(to, from, kind, output));
        GlState state = session.State;
        state.SetProgram(program.Name);
        state.SetTexture(0, view.Name);
        state.SetSampler(0, Sampler(session, isLinear).Name);
        state.SetColorMask(0, ColorMaskOf(mask, to.Format, output));
        state.SetDepth(new GlDepth(output == QuadOutput.Depth, output == QuadOutput.Depth, GLEnum.Always));
        GlStencilFace face = GlStencilFace.Initial with { StencilFail = GLEnum.Replace, DepthFail = GLEnum.Replace, DepthPass = GLEnum.Replace };
        state.SetStencil(output == QuadOutput.Stencil ? new GlStencil(true, face, face) : GlStencil.Initial);
        SetRectangles(session, program, to, from);
        GlFramebuffer draw = session.DrawFramebuffer;
        state.SetVertexArray(session.EmptyVertexArray.Name);
        if (output == QuadOutput.Color)
            draw.SetDrawBuffers([GLEnum.ColorAttachment0]);
        state.SetDrawFramebuffer(draw.Name);
        for (int i = 0; i < to.Box.Depth; i++)
        {
            to.Attach(draw, target ?? to.Texture, to.Box.Z + i);
            session.Gl.ProgramUniform1f(program.Name, LayerUniform, LayerOf(i, to, from, isLinear));
            session.Gl.DrawArrays(GLEnum.TriangleStrip, 0, 4);
        }

        draw.DetachAll();
    }

    /// <summary>Layer of an array, or depth of a 3D texture in [0, 1].</summary>
    private static float LayerOf(int index, in BlitSide to, in BlitSide from, bool isLinear)
    {
        int nearest = from.Box.Z + Blitter.SourceLayer(index, to.Box.Depth, from.Box.Depth);
        if (from.Texture.Target != GLEnum.Texture3D)
            return nearest;
        float slice = isLinear ? from.Box.Z + (index + 0.5f) * from.Box.Depth / to.Box.Depth : nearest + 0.5f;
        return slice / from.Resource.LevelDepth(from.Level);
    }

    private static void SetRectangles(GlSession session, GlProgram program, in BlitSide to, in BlitSide from)
    {
        bool mirrorX = to.X1 < to.X0;
        bool mirrorY = to.Y1 < to.Y0;
        session.State.SetViewport(0, new GlViewport(Math.Min(to.X0, to.X1), Math.Min(to.Y0, to.Y1), Math.Abs((float)to.X1 - to.X0), Math.Abs((float)to.Y1 - to.Y0)));
        session.Gl.ProgramUniform4f(program.Name, SourceUniform, mirrorX ? from.X1 : from.X0, mirrorY ? from.Y1 : from.Y0,
            mirrorX ? from.X0 : from.X1, mirrorY ? from.Y0 : from.Y1);
    }

    private static QuadKey Key(in BlitSide to, in BlitSide from, ChannelKind kind, QuadOutput output)
    {
        QuadSource source = from.Texture.Target switch
        {
            GLEnum.Texture1D or GLEnum.Texture1DArray => QuadSource.Lines,
            GLEnum.Texture3D => QuadSource.Volume,
            GLEnum.TextureRectangle => QuadSource.Rectangle,
            GLEnum.Texture2DMultisample or GLEnum.Texture2DMultisampleArray => QuadSource.Multisample,
            _ => QuadSource.Layers,
        };
        bool isEachSample = from.Resource.Samples > 1 && to.Resource.Samples == from.Resource.Samples;
        bool isAveraged = from.Resource.Samples > 1 && !isEachSample && kind == ChannelKind.Float && output == QuadOutput.Color;
        return new QuadKey(source, kind, output, output == QuadOutput.Color && to.Format.IsAlphaInRed, isEachSample,
            isAveraged ? from.Resource.Samples * from.Resource.SampleRatio : 1);
    }

    /// <summary>The level read, as an array where it can be, with the format's own swizzle.</summary>
    private static GlTexture SourceView(GlSession session, in BlitSide from, QuadOutput output)
    {
        GLEnum target = from.Texture.Target switch
        {
            GLEnum.Texture1D or GLEnum.Texture1DArray => GLEnum.Texture1DArray,
            GLEnum.Texture2DMultisample or GLEnum.Texture2DMultisampleArray => GLEnum.Texture2DMultisampleArray,
            GLEnum.Texture3D or GLEnum.TextureRectangle => from.Texture.Target,
            _ => GLEnum.Texture2DArray,
        };
        uint layers = target is GLEnum.Texture3D or GLEnum.TextureRectangle ? 1 : (uint)from.Resource.LayerCount;
        var view = GlTexture.CreateView(session.Group, from.Texture,
            new GlTextureViewShape(target, from.Format.InternalFormat, (uint)from.Level, 1, 0, layers));
        GL gl = session.Gl;
        if (output == QuadOutput.Color)
        {
            gl.TextureParameteri(view.Name, GLEnum.TextureSwizzleR, (int)ComponentOf(from.Format.Swizzle.R));
            gl.TextureParameteri(view.Name, GLEnum.TextureSwizzleG, (int)ComponentOf(from.Format.Swizzle.G));
            gl.TextureParameteri(view.Name, GLEnum.TextureSwizzleB, (int)ComponentOf(from.Format.Swizzle.B));
            gl.TextureParameteri(view.Name, GLEnum.TextureSwizzleA, (int)ComponentOf(from.Format.Swizzle.A));
        }
        else if (from.Resource.Format is { HasDepth: true, HasStencil: true })
        {
            gl.TextureParameteri(view.Name, GLEnum.DepthStencilTextureMode, (int)(output == QuadOutput.Stencil ? GLEnum.StencilIndex : GLEnum.DepthComponent));
        }

        return view;
    }

    private static GLEnum ComponentOf(Swizzle component) => component switch
    {
        Swizzle.X => GLEnum.Red,
        Swizzle.Y => GLEnum.Green,
        Swizzle.Z => GLEnum.Blue,
        Swizzle.W => GLEnum.Alpha,
        Swizzle.Zero => GLEnum.Zero,
        _ => GLEnum.One,
    };

    private static GlColorMask ColorMaskOf(BlitMask mask, FormatRow to, QuadOutput output)
    {
        if (output != QuadOutput.Color)
            return default;
        bool alpha = (mask & BlitMask.Alpha) != 0;
        return to.IsAlphaInRed
            ? new GlColorMask(alpha, false, false, false)
            : new GlColorMask((mask & BlitMask.Red) != 0, (mask & BlitMask.Green) != 0, (mask & BlitMask.Blue) != 0, alpha);
    }

    private GlSampler Sampler(GlSession session, bool isLinear)
    {
        ref GlSampler? sampler = ref isLinear ? ref _linear : ref _nearest;
        GLEnum filter = isLinear ? GLEnum.Linear : GLEnum.Nearest;
        return sampler ??= GlSampler.Create(session.Group, new GlSamplerShape
        {
            WrapS = GLEnum.ClampToEdge,
            WrapT = GLEnum.ClampToEdge,
            WrapR = GLEnum.ClampToEdge,
            MinFilter = filter,
            MagFilter = filter,
        });
    }

    private static void SetFixedState(GlState state)
    {
        state.SetBlend(0, GlBlend.Initial);
        state.SetLogicOp(GlLogicOp.Initial);
        state.SetCull(GlCull.Initial);
        state.SetFrontFace(GLEnum.Ccw);
        state.SetPolygonMode(GLEnum.Fill);
        state.SetPolygonOffset(default);
        state.SetClipDistances(0);
        state.SetClipControl(GlClipControl.Initial);
        state.SetDepthRange(0, GlDepthRange.Initial);
        state.SetDepthClamp(false);
        state.SetRasterizerDiscard(false);
        state.SetMultisample(GlMultisample.Initial);
    }
}
