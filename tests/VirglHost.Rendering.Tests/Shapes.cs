using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering.Tests;

/// <summary>Resource descriptions that tests start from.</summary>
internal static class Shapes
{
    private const uint Image = (uint)(BindFlags.SamplerView | BindFlags.RenderTarget);

    internal static ResourceDescription Picture(uint width, uint height, VirglFormat format = VirglFormat.R8G8B8A8Unorm) =>
        new(PipeTarget.Texture2D, format, Image, width, height, 1, 1, 0, 0, 0);

    internal static ResourceDescription Buffer(uint size, BindFlags bind = BindFlags.VertexBuffer) =>
        new(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)bind, size, 1, 1, 1, 0, 0, 0);

    internal static ResourceDescription Of(PipeTarget target, uint width, uint height, uint depth, uint layers, VirglFormat format = VirglFormat.R8G8B8A8Unorm) =>
        new(target, format, Image, width, height, depth, layers, 0, 0, 0);
}
