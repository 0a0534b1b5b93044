using System.Numerics;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering.Tests.Drawing;

/// <summary>Quads, quad strips and polygons through the whole stream, on the host's real driver.</summary>
public sealed class QuadDrawingTests
{
    private const uint Black = 0xFF000000;
    private const uint Red = 0xFFFF0000;
    private const uint Green = 0xFF00FF00;

    private static readonly Vector4 _red = new(1, 0, 0, 1);
    private static readonly Vector4 _green = new(0, 1, 0, 1);

    // Corners of the left half and of the right half of the target.
    private static readonly Vector4[] _corners =
    [
        new(-1, -1, 0, 1), new(0, -1, 0, 1), new(0, 1, 0, 1), new(-1, 1, 0, 1),
        new(0, -1, 0, 1), new(1, -1, 0, 1), new(1, 1, 0, 1), new(0, 1, 0, 1),
    ];

    [Fact]
    public void Quads_fill_both_halves()
    {
        using GuestScene scene = Scene(_red, _green);
        scene.Draw(8, PipePrimitive.Quads);

        AssertHalves(scene, Red, Green);
    }

    [Fact]
    public void Polygon_of_four_vertices_fills_the_left_half_only()
    {
        using GuestScene scene = Scene(_red, _green);
        scene.Draw(4, PipePrimitive.Polygon);

        AssertHalves(scene, Red, Black);
    }

    [Fact]
    public void Quads_by_index_read_the_guests_index_buffer_and_restart()
    {
        using GuestScene scene = Scene(_red, _green);
        uint indices = scene.CreateBuffer<ushort>(BindFlags.IndexBuffer, 9, 9, 0, 1, 0xFFFF, 4, 5, 6, 7, 0);
        scene.Stream.Write(new SetIndexBufferCommand { Handle = indices, IndexSize = 2, Offset = 4 });
        scene.Stream.Write(new DrawVboCommand
        {
            Count = 8, Mode = PipePrimitive.Quads, Indexed = true, InstanceCount = 1, PrimitiveRestart = true, RestartIndex = 0xFFFF, MaxIndex = uint.MaxValue,
        });

        AssertHalves(scene, Black, Green);
    }

    [Theory]
    [InlineData(1u, Red, Black)]
    [InlineData(2u, Red, Green)]
    public void Quads_by_arguments_in_a_buffer_are_as_many_as_the_count_says(uint count, uint left, uint right)
    {
        using GuestScene scene = Scene(_red, _green);
        uint arguments = scene.CreateBuffer<uint>(BindFlags.CommandArguments, 4, 1, 0, 0, 4, 1, 4, 0, count);
        scene.Stream.Write(new DrawVboCommand
        {
            Mode = PipePrimitive.Quads, InstanceCount = 1, IndirectHandle = arguments, IndirectStride = 16, IndirectDrawCount = 2, IndirectDrawCountHandle = arguments, IndirectDrawCountOffset = 32,
        });

        AssertHalves(scene, left, right);
    }

    [Fact]
    public void Quads_by_indexed_arguments_start_at_their_first_index()
    {
        using GuestScene scene = Scene(_red, _green);
        uint indices = scene.CreateBuffer<ushort>(BindFlags.IndexBuffer, 9, 9, 4, 5, 6, 7);
        uint arguments = scene.CreateBuffer<uint>(BindFlags.CommandArguments, 4, 1, 2, 0, 0, 4, 1, 3000000000, 0, 0);
        scene.Stream.Write(new SetIndexBufferCommand { Handle = indices, IndexSize = 2 });
        scene.Stream.Write(new DrawVboCommand
        {
            Mode = PipePrimitive.Quads, Indexed = true, InstanceCount = 1, IndirectHandle = arguments, IndirectStride = 20, IndirectDrawCount = 2,
        });

        AssertHalves(scene, Black, Green);
    }

    [Fact]
    public void IndexedTriangles_after_quads_use_the_guests_index_buffer_again()
    {
        using GuestScene scene = Scene(_red, _green);
        uint indices = scene.CreateBuffer<uint>(BindFlags.IndexBuffer, 4, 5, 6, 4, 6, 7);
        scene.Stream.Write(new SetIndexBufferCommand { Handle = indices, IndexSize = 4 });
        scene.Draw(4, PipePrimitive.Quads);
        scene.Stream.Write(new DrawVboCommand { Count = 6, Mode = PipePrimitive.Triangles, Indexed = true, InstanceCount = 1, MaxIndex = uint.MaxValue });

        AssertHalves(scene, Red, Green);
    }

    [Fact]
    public void Quads_in_more_pieces_than_the_ring_holds_are_all_drawn()
    {
        using GuestScene scene = Scene(_red, _green);
        uint[] many = [.. Enumerable.Range(0, 40_000).Select(i => (uint)(i < 39_996 ? i % 4 : 4 + i % 4))];
        uint indices = scene.CreateBuffer<uint>(BindFlags.IndexBuffer, many);
        scene.Stream.Write(new SetIndexBufferCommand { Handle = indices, IndexSize = 4 });
        scene.Stream.Write(new DrawVboCommand { Count = 40_000, Mode = PipePrimitive.Quads, Indexed = true, InstanceCount = 1, MaxIndex = uint.MaxValue });

        AssertHalves(scene, Red, Green);
    }

    private static GuestScene Scene(Vector4 left, Vector4 right)
    {
        GuestScene scene = new();
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseVertices([.. _corners.SelectMany((corner, i) => new[] { corner, i < 4 ? left : right })]);
        return scene;
    }

    private static void AssertHalves(GuestScene scene, uint left, uint right)
    {
        uint[] row = [left, left, left, left, right, right, right, right];
        Assert.Equal(Enumerable.Repeat(row, 8).SelectMany(r => r), scene.Pixels());
    }
}
