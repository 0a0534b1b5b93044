using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.State;
using VirglHost.Shaders;
using Stage = VirglHost.CommandStream.Gallium.ShaderStage;

namespace VirglHost.Rendering.Programs;

/// <summary>Derives a stage's <see cref="ShaderKey"/> from what is bound. Pure; the shader itself then drops what it does not depend on.</summary>
internal static class ShaderKeyBuilder
{
    /// <summary>Key of a vertex, tessellation or geometry shader. <paramref name="previous"/> is null for the vertex shader.</summary>
    public static ShaderKey ForVertexStage(PipelineState state, GuestShader shader, ShaderInfo? previous, bool isLast)
    {
        VertexLayout? layout = state.VertexLayout;
        return new ShaderKey
        {
            Previous = previous is null ? default : shader.Info.LinkFrom(previous),
            IsLastVertexStage = isLast,
            ClipPlaneMask = state.Rasterizer.ShaderInputs.ClipPlaneMask,
            StreamOutput = shader.StreamOutput,
            IntegerAttributes = layout?.IntegerAttributes ?? 0,
            UnsignedAttributes = layout?.UnsignedAttributes ?? 0,
            Samplers = FixupsOf(state[(int)shader.Stage], shader),
            PlainConstants = state[(int)shader.Stage].HasPlainConstants,
        };
    }

    /// <summary>Key of the fragment shader after <paramref name="previous"/>.</summary>
    public static ShaderKey ForFragment(PipelineState state, GuestShader shader, ShaderInfo previous, PrimitiveClass primitives)
    {
        FramebufferState framebuffer = state.Framebuffer;
        RasterizerShaderInputs rasterizer = state.Rasterizer.ShaderInputs;
        var key = new ShaderKey
        {
            Previous = shader.Info.LinkFrom(previous),
            AlphaFunction = framebuffer.HasInteger ? AlphaTestFunction.Always : state.DepthStencil.AlphaFunction,
            FlatShade = rasterizer.FlatShade,
            TwoSidedColor = rasterizer.TwoSidedColor,
            PolygonStipple = rasterizer.PolygonStipple && primitives == PrimitiveClass.Polygons,
            InvertFragCoordY = framebuffer.IsYInverted,
            SampleRatio = framebuffer.SampleRatio,
            DualSourceBlend = state.Blend.UsesDualSource,
            PointSpriteTexcoords = DrawsPoints(rasterizer, primitives) ? rasterizer.SpriteCoordMask : 0,
            // None counts as one: both give the same text, and programs linked ahead of the first framebuffer stay usable.
            ColorBufferCount = Math.Max(framebuffer.ColorCount, 1),
            Samplers = FixupsOf(state[(int)Stage.Fragment], shader),
            PlainConstants = state[(int)Stage.Fragment].HasPlainConstants,
        };
        for (int i = 0; i < framebuffer.ColorCount; i++)
        {
            if (framebuffer.Colors[i] is { } surface && KindOf(surface.Format) is var kind and not ColorBufferKind.Float)
            {
                key = key.WithColorBuffer(i, kind);
            }
        }

        return key;
    }

    /// <summary>Whether the textures bound now ask the bound shaders for the corrections that <paramref name="program"/>, a draw's of these shaders, was made for.</summary>
    public static bool HasSameFixups(PipelineState state, LinkedProgram program)
    {
        for (int stage = 0; stage < (int)Stage.Compute; stage++)
        {
            if (state[stage].Shader is { } shader && !Equals(program.FixupsOf(stage), FixupsOf(state[stage], shader)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What GL cannot do for this shader's samplers with the views and sampler states now bound.</summary>
    public static SamplerFixups? FixupsOf(StageState stage, GuestShader shader)
    {
        Span<SamplerFixup> rows = stackalloc SamplerFixup[StageState.SamplerCount];
        int count = 0;
        foreach (ShaderSampler sampler in shader.Info.Samplers)
        {
            if (stage.Views[sampler.Index] is not { } view)
            {
                continue;
            }

            SamplerFixup row = new(sampler.Index);
            if (sampler.IsShadow && HasConstant(view.Swizzle))
            {
                row = new SamplerFixup(sampler.Index, Scalar(view.Swizzle.R), Scalar(view.Swizzle.G), Scalar(view.Swizzle.B), Scalar(view.Swizzle.A));
            }
            else if (view.IsBuffer && view.Swizzle != ViewSwizzle.Identity)
            {
                row = new SamplerFixup(
                    sampler.Index, (ColorSource)view.Swizzle.R, (ColorSource)view.Swizzle.G, (ColorSource)view.Swizzle.B, (ColorSource)view.Swizzle.A);
            }

            if (stage.Samplers[sampler.Index] is { ClampAxes: not 0 } state && !view.IsBuffer)
            {
                row = row with { ClampAxes = (byte)(state.ClampAxes & AxesOf(sampler.Target)), MirrorAxes = (byte)(state.MirrorAxes & AxesOf(sampler.Target)) };
            }

            if (view.Resource.SampleRatio > 1)
            {
                row = row with { SampleCount = (byte)view.Resource.Samples, SampleRatio = (byte)view.Resource.SampleRatio };
            }

            if (sampler.Target == TextureTarget.Rect && view.Resource.Texture is { Target: OpenGL.GLEnum.Texture2D })
            {
                row = row with { CountsTexels = true };
            }

            rows[count] = row;
            count += row == new SamplerFixup(sampler.Index) ? 0 : 1;
        }

        return shader.Fixups(rows[..count]);
    }

    private static bool DrawsPoints(in RasterizerShaderInputs rasterizer, PrimitiveClass primitives) =>
        primitives == PrimitiveClass.Points || (primitives == PrimitiveClass.Polygons && rasterizer.DrawsPolygonsAsPoints);

    private static ColorBufferKind KindOf(FormatRow format) =>
        (format.Kind, format.IsAlphaInRed) switch
        {
            (ChannelKind.SignedInteger, true) => ColorBufferKind.IntAlphaInRed,
            (ChannelKind.SignedInteger, false) => ColorBufferKind.Int,
            (ChannelKind.UnsignedInteger, true) => ColorBufferKind.UIntAlphaInRed,
            (ChannelKind.UnsignedInteger, false) => ColorBufferKind.UInt,
            (_, true) => ColorBufferKind.AlphaInRed,
            _ => ColorBufferKind.Float,
        };

    /// <summary>Coordinates that are wrapped: layers are not, and cubes have no edges to speak of.</summary>
    private static int AxesOf(TextureTarget target) => target switch
    {
        TextureTarget.Texture1D or TextureTarget.Texture1DArray or TextureTarget.Shadow1D or TextureTarget.Shadow1DArray => 1,
        TextureTarget.Texture3D => 7,
        TextureTarget.Cube or TextureTarget.CubeArray or TextureTarget.ShadowCube or TextureTarget.ShadowCubeArray => 0,
        _ => 3,
    };

    private static bool HasConstant(ViewSwizzle swizzle) =>
        swizzle.R > Swizzle.W || swizzle.G > Swizzle.W || swizzle.B > Swizzle.W || swizzle.A > Swizzle.W;

    /// <summary>A comparison has one result: every channel is it, and only constants differ.</summary>
    private static ColorSource Scalar(Swizzle swizzle) => swizzle switch
    {
        Swizzle.Zero => ColorSource.Zero,
        Swizzle.One => ColorSource.One,
        _ => ColorSource.X,
    };
}
