using System.Numerics;
using VirglHost.Testing;

namespace VirglHost.Samples.CornellBox;

/// <summary>A guest's driver: sends the shaders as TGSI over vhost-user and shows the picture on scanout 0.</summary>
internal sealed class GuestPainter : IPainter
{
    public const uint Screen = 1, Sum = 2, Scene = 3;
    private const uint Context = 1;

    private readonly VhostUserFrontend _frontend;
    private readonly GpuDriver _gpu;
    private readonly CornellScene _scene;
    private readonly CornellStream _stream;
    private readonly IReadOnlyList<GuestBuffer> _pixels;
    private readonly uint _size;

    public GuestPainter(VhostUserFrontend frontend, CornellScene scene)
    {
        _frontend = frontend;
        _frontend.Channel.Timeout = TimeSpan.FromMinutes(5);
        _gpu = new GpuDriver(frontend) { SplitsTail = true };
        _scene = scene;
        _size = (uint)scene.Size;
        frontend.Realize();
        frontend.Start();
        if ((frontend.Features & VhostUserFrontend.Virgl) == 0) throw new FrontendException("the back-end does not offer VIRGL: start it with --virgl");
        _gpu.CreateContext(Context, "cornell"u8);

        // B8G8R8X8 and R32G32B32A32_FLOAT; render target and sampler view, the screen a scanout too.
        _gpu.CreateResource3D(Screen, new GpuResource3D(Target: 2, Format: 2, Bind: 1 << 1 | 1 << 3 | 1 << 18, _size, _size));
        _pixels = Back(Screen, scene.Size * scene.Size * 4);
        _gpu.SetScanout(0, Screen, 0, 0, _size, _size);
        _gpu.CreateResource3D(Sum, new GpuResource3D(Target: 2, Format: 31, Bind: 1 << 1 | 1 << 3, _size, _size));
        _gpu.AttachResource(Context, Sum);
        byte[] block = scene.Block();
        _gpu.CreateResource3D(Scene, new GpuResource3D(Target: 0, Format: 64, Bind: 1 << 6, (uint)block.Length));
        frontend.Ram.Write(Back(Scene, block.Length), block);
        _gpu.TransferToHost3D(Context, Scene, new GpuBox(0, 0, 0, (uint)block.Length, 1, 1), 0);
        _stream = new CornellStream(scene, block.Length);
        _gpu.Submit3D(Context, _stream.SetUp());
    }

    public void Paint(int firstRow, int rows, Vector4 frame) => _gpu.Submit3D(Context, _stream.Paint(firstRow, rows, frame));

    public void Show()
    {
        if (_scene.IsPathTraced) _gpu.Submit3D(Context, _stream.ShowSum());
        _gpu.Flush(Screen, 0, 0, _size, _size);
    }

    public byte[] Read()
    {
        _gpu.TransferFromHost3D(Context, Screen, GpuBox.Rectangle(0, 0, _size, _size), 0);
        byte[] bgrx = _frontend.Ram.Read(_pixels), rgb = new byte[_size * _size * 3];
        for (int i = 0, at = 0; at < rgb.Length; i += 4, at += 3) (rgb[at], rgb[at + 1], rgb[at + 2]) = (bgrx[i + 2], bgrx[i + 1], bgrx[i]);
        return rgb;
    }

    /// <summary>Gives everything back in an orderly way.</summary>
    public void TearDown()
    {
        _gpu.SetScanout(0, 0, 0, 0, 0, 0);
        foreach (uint resource in (uint[])[Screen, Sum, Scene]) _gpu.Unref(resource);
        _gpu.DestroyContext(Context);
        _frontend.Stop();
    }

    private IReadOnlyList<GuestBuffer> Back(uint resource, int length)
    {
        IReadOnlyList<GuestBuffer> pages = _frontend.Ram.AllocateScattered(length);
        _gpu.AttachBacking(resource, pages);
        _gpu.AttachResource(Context, resource);
        return pages;
    }
}
