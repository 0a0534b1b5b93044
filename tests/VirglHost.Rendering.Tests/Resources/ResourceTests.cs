using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests.Resources;

[Collection("Host GL")]
public sealed class ResourceTests
{
    public static TheoryData<string, ResourceDescription> Illegal => new()
    {
        { "target 9", Shapes.Picture(4, 4) with { Target = (PipeTarget)9 } },
        { "format 481", Shapes.Picture(4, 4, (VirglFormat)481) },
        { "format without storage", Shapes.Picture(4, 4, VirglFormat.R64Float) },
        { "stencil view has no storage", Shapes.Picture(4, 4, VirglFormat.X24S8Uint) },
        { "unknown flag", Shapes.Picture(4, 4) with { Flags = 8 } },
        { "row order of a cube", Shapes.Of(PipeTarget.TextureCube, 4, 4, 1, 6) with { Flags = 1 } },
        { "no width", Shapes.Picture(0, 4) },
        { "2D with depth", Shapes.Picture(4, 4) with { Depth = 2 } },
        { "2D with layers", Shapes.Picture(4, 4) with { ArraySize = 2 } },
        { "1D with height", Shapes.Of(PipeTarget.Texture1D, 4, 2, 1, 1) },
        { "array without layers", Shapes.Of(PipeTarget.Texture2DArray, 4, 4, 1, 0) },
        { "cube of five faces", Shapes.Of(PipeTarget.TextureCube, 4, 4, 1, 5) },
        { "oblong cube", Shapes.Of(PipeTarget.TextureCube, 4, 8, 1, 6) },
        { "cube array of seven", Shapes.Of(PipeTarget.TextureCubeArray, 4, 4, 1, 7) },
        { "too many levels", Shapes.Picture(4, 4) with { LastLevel = 3 } },
        { "levels of a rectangle", Shapes.Of(PipeTarget.TextureRect, 4, 4, 1, 1) with { LastLevel = 1 } },
        { "multisampled 3D", Shapes.Of(PipeTarget.Texture3D, 4, 4, 4, 1) with { Samples = 4 } },
        { "multisampled levels", Shapes.Picture(4, 4) with { Samples = 4, LastLevel = 1 } },
        { "samples of a compressed format", Shapes.Picture(4, 4, VirglFormat.Rgtc1Unorm) with { Samples = 4 } },
        { "huge width", Shapes.Picture(uint.MaxValue, 4) },
        { "huge layers", Shapes.Of(PipeTarget.Texture2DArray, 4, 4, 1, uint.MaxValue) },
        { "buffer with two buffer binds", Shapes.Buffer(4, BindFlags.VertexBuffer | BindFlags.IndexBuffer) },
        { "texture with a buffer bind", Shapes.Picture(4, 4) with { Bind = (uint)BindFlags.VertexBuffer } },
        { "buffer of no bytes", Shapes.Buffer(0) },
        { "buffer of 4 GiB", Shapes.Buffer(uint.MaxValue) },
        { "buffer with rows", Shapes.Buffer(4) with { Height = 2 } },
    };

    [Theory]
    [MemberData(nameof(Illegal))]
    public void Description_illegal_isRefusedAndCostsNothing(string why, ResourceDescription description)
    {
        using GlHost host = GlHost.Open();

        var fault = Assert.Throws<GuestFaultException>(() => host.Create(description));

        Assert.Equal(GuestFault.InvalidParameter, fault.Fault);
        Assert.Equal(0, host.Budget.UsedInBytes);
        Assert.Equal(GLEnum.NoError, host.Error());
        Assert.NotEmpty(why);
    }

    [Theory]
    [InlineData(PipeTarget.Texture1D, 8u, 1u, 1u, 1u)]
    [InlineData(PipeTarget.Texture2D, 8u, 8u, 1u, 0u)]
    [InlineData(PipeTarget.Texture3D, 8u, 8u, 4u, 1u)]
    [InlineData(PipeTarget.TextureCube, 8u, 8u, 1u, 6u)]
    [InlineData(PipeTarget.TextureRect, 8u, 8u, 1u, 1u)]
    [InlineData(PipeTarget.Texture1DArray, 8u, 1u, 1u, 3u)]
    [InlineData(PipeTarget.Texture2DArray, 8u, 8u, 1u, 3u)]
    [InlineData(PipeTarget.TextureCubeArray, 8u, 8u, 1u, 12u)]
    public void Description_everyTarget_allocatesAndAccounts(PipeTarget target, uint width, uint height, uint depth, uint layers)
    {
        using GlHost host = GlHost.Open();

        RenderResource resource = host.Create(Shapes.Of(target, width, height, depth, layers));

        Assert.Equal(GLEnum.NoError, host.Error());
        Assert.Equal(width * height * depth * Math.Max(layers, 1) * 4, host.Budget.UsedInBytes);
        resource.Release(host.Session);
        Assert.Equal(0, host.Budget.UsedInBytes);
    }

    [Fact]
    public void Budget_spent_refusesWithOutOfMemory()
    {
        using GlHost host = GlHost.Open();
        Assert.True(host.Budget.TryReserve((1L << 30) - 255));

        var fault = Assert.Throws<GuestFaultException>(() => host.Create(Shapes.Picture(8, 8)));

        Assert.Equal(GuestFault.OutOfMemory, fault.Fault);
    }

    [Fact]
    public void CustomBuffer_backing_mirrorsHostMemory()
    {
        using GlHost host = GlHost.Open();
        RenderResource resource = host.Create(Shapes.Buffer(16, BindFlags.Custom));
        var first = new ArrayStore(new byte[16]);
        var second = new ArrayStore(new byte[16]);

        resource.AttachBacking(first);
        resource.WriteHostMemory(4, [1, 2, 3, 4]);
        first.Bytes[15] = 9;
        resource.DetachBacking();
        resource.AttachBacking(second);

        Assert.Equal([0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 9], second.Bytes);
    }

    [Fact]
    public void Table_idTakenOrZero_isRefused()
    {
        using GlHost host = GlHost.Open();
        var table = new ResourceTable(2);
        RenderResource resource = host.Create(Shapes.Buffer(16));
        table.Add(resource);

        Assert.Equal(GuestFault.ResourceExists, Assert.Throws<GuestFaultException>(() => table.RequireFree(1)).Fault);
        Assert.Equal(GuestFault.InvalidParameter, Assert.Throws<GuestFaultException>(() => table.RequireFree(0)).Fault);
        Assert.True(table.Remove(1, host.Session));
        Assert.False(table.Remove(1, host.Session));
        Assert.Equal(0, host.Budget.UsedInBytes);
    }
}
