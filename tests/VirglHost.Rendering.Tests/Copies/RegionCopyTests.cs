using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Copies;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests.Copies;

[Collection("Host GL")]
public sealed class RegionCopyTests
{
    private static readonly byte[] FourColors = [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 0, 255, 255, 255, 64];

    [Fact]
    public void CopyRegion_unlikeByteOrders_movesBytes()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(3, 3, VirglFormat.B8G8R8A8Unorm), new byte[36]);

        blitter.CopyRegion(host.Session, new ResourceCopyRegionCommand { DestinationX = 1, DestinationY = 1, SourceBox = new Box(0, 0, 0, 2, 2, 1) }, destination, source);

        byte[] result = Contents.Read(host, destination);
        Assert.Equal(FourColors[..8], result[16..24]);
        Assert.Equal(FourColors[8..], result[28..36]);
        Assert.Equal(new byte[16], result[..16]);
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Theory]
    [InlineData(PipeTarget.Texture2DArray, 4u, 4u, 1u, 4u)]
    [InlineData(PipeTarget.Texture1DArray, 4u, 1u, 1u, 4u)]
    [InlineData(PipeTarget.TextureCube, 4u, 4u, 1u, 6u)]
    [InlineData(PipeTarget.Texture3D, 4u, 4u, 4u, 1u)]
    public void CopyRegion_layers_moveTogether(PipeTarget target, uint width, uint height, uint depth, uint layers)
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Numbered(host, Shapes.Of(target, width, height, depth, layers));
        RenderResource destination = Contents.Filled(host, source.Description, new byte[source.SizeInBytes]);
        int slice = (int)(source.SizeInBytes / source.LevelLayers(0));

        blitter.CopyRegion(host.Session,
            new ResourceCopyRegionCommand { DestinationZ = 1, SourceBox = new Box(0, 0, 2, (int)width, (int)height, 2) }, destination, source);

        Assert.Equal(Contents.Read(host, source)[(2 * slice)..(4 * slice)], Contents.Read(host, destination)[slice..(3 * slice)]);
        Assert.Equal(new byte[slice], Contents.Read(host, destination)[..slice]);
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Fact]
    public void CopyRegion_overlappingBufferRanges_behaveAsIfThroughACopy()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource buffer = Contents.Filled(host, Shapes.Buffer(8), [1, 2, 3, 4, 5, 6, 7, 8]);

        blitter.CopyRegion(host.Session, new ResourceCopyRegionCommand { DestinationX = 2, SourceBox = new Box(0, 0, 0, 6, 1, 1) }, buffer, buffer);

        Assert.Equal([1, 2, 1, 2, 3, 4, 5, 6], Contents.Read(host, buffer));
        Assert.Equal(GLEnum.NoError, host.Error());
    }

    [Fact]
    public void CopyRegion_compressedToPlain_movesBlocks()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Numbered(host, Shapes.Picture(8, 4, VirglFormat.Rgtc2Unorm));
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 1, VirglFormat.R32G32B32A32Uint), new byte[32]);

        blitter.CopyRegion(host.Session, new ResourceCopyRegionCommand { SourceBox = new Box(0, 0, 0, 8, 4, 1) }, destination, source);

        Assert.Equal(Contents.Read(host, source), Contents.Read(host, destination));
    }

    [Fact]
    public void CopyRegion_unlikeRowOrders_flips()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource source = Contents.Filled(host, Shapes.Picture(2, 2), FourColors);
        RenderResource destination = Contents.Filled(host, Shapes.Picture(2, 2) with { Flags = (uint)ResourceFlags.YZeroTop }, new byte[16]);

        blitter.CopyRegion(host.Session, new ResourceCopyRegionCommand { SourceBox = new Box(0, 0, 0, 2, 2, 1) }, destination, source);

        Assert.Equal(FourColors, Contents.Read(host, destination));
    }

    [Fact]
    public void CopyRegion_boxesOutside_areFaults()
    {
        using GlHost host = GlHost.Open();
        using var blitter = new Blitter(host.Formats);
        RenderResource picture = Contents.Filled(host, Shapes.Picture(2, 2), FourColors);
        RenderResource wide = host.Create(Shapes.Picture(4, 4, VirglFormat.R32G32B32A32Float));

        Assert.Equal(GuestFault.IllegalCommandBuffer, Contents.FaultOf(() => blitter.CopyRegion(
            host.Session, new ResourceCopyRegionCommand { SourceBox = new Box(0, 0, 0, 3, 1, 1) }, picture, picture)));
        Assert.Equal(GuestFault.ResourceOutOfRange, Contents.FaultOf(() => blitter.CopyRegion(
            host.Session, new ResourceCopyRegionCommand { DestinationX = 1, SourceBox = new Box(0, 0, 0, 2, 1, 1) }, picture, picture)));
        Assert.Equal(GuestFault.IllegalFormat, Contents.FaultOf(() => blitter.CopyRegion(
            host.Session, new ResourceCopyRegionCommand { SourceBox = new Box(0, 0, 0, 2, 1, 1) }, wide, picture)));
    }
}
