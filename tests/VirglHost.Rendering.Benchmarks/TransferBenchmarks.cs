using BenchmarkDotNet.Attributes;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering.Benchmarks;

/// <summary>Bytes and pixels to the host's GL and back, from memory in one piece. Blue-first pixels are turned round on the way.</summary>
[MemoryDiagnoser]
public class TransferBenchmarks
{
    private const uint TextureId = 50, BufferId = 51;

    private Scene _scene = null!;
    private TransferRequest _texels;
    private TransferRequest _bytes;

    /// <summary>Pixels along each side; the buffer has as many bytes as the texture.</summary>
    [Params(16, 256, 1024)]
    public int Size { get; set; }

    [Params(VirglFormat.B8G8R8A8Unorm, VirglFormat.R8G8B8A8Unorm)]
    public VirglFormat Format { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _scene = new Scene();
        int length = Size * Size * 4;
        _scene.Create(TextureId, new ResourceDescription(PipeTarget.Texture2D, Format, (uint)BindFlags.SamplerView, (uint)Size, (uint)Size, 1, 1, 0, 0, 0));
        _scene.Create(BufferId, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.VertexBuffer, (uint)length, 1, 1, 1, 0, 0, 0));
        _scene.Renderer.AttachBacking(TextureId, new Memory(length));
        _scene.Renderer.AttachBacking(BufferId, new Memory(length));
        _texels = new TransferRequest(0, 0, 0, new Box(0, 0, 0, Size, Size, 1), 0);
        _bytes = new TransferRequest(0, 0, 0, new Box(0, 0, 0, length, 1, 1), 0);
    }

    [GlobalCleanup]
    public void End() => _scene.Dispose();

    [Benchmark]
    public void TextureToHost() => _scene.Renderer.TransferToHost(Scene.ContextId, TextureId, _texels);

    [Benchmark]
    public void TextureFromHost() => _scene.Renderer.TransferFromHost(Scene.ContextId, TextureId, _texels);

    [Benchmark]
    public void BufferToHost() => _scene.Renderer.TransferToHost(Scene.ContextId, BufferId, _bytes);

    [Benchmark]
    public void BufferFromHost() => _scene.Renderer.TransferFromHost(Scene.ContextId, BufferId, _bytes);

    /// <summary>A guest's memory in one piece.</summary>
    private sealed class Memory(int length) : IBackingStore
    {
        private readonly byte[] _bytes = new byte[length];

        public long LengthInBytes => _bytes.Length;

        public void Read(long offset, Span<byte> destination) => _bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);

        public void Write(long offset, ReadOnlySpan<byte> source) => source.CopyTo(_bytes.AsSpan((int)offset));

        public bool TryGetSpan(long offset, int length, out Span<byte> span)
        {
            span = _bytes.AsSpan((int)offset, length);
            return true;
        }
    }
}
