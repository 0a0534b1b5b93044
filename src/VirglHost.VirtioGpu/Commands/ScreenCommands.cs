using System.Runtime.InteropServices;
using VirglHost.OpenGL;
using VirglHost.Rendering;
using VirglHost.VirtioGpu.Display;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Commands;

/// <summary>Screens: their sizes, what they show, and the pointer.</summary>
internal sealed class ScreenCommands(GpuParts parts) : IPictureSource
{
    private const uint MinimumSide = 16;
    private const uint MaximumSide = 16384;
    private const long MaximumPictureBytes = 512L << 20;

    private readonly BlobView[] _blobViews = new BlobView[DisplayModeArray.Count];
    private readonly DisplayFacts _facts = new(parts.Options);

    /// <summary>The front-end's display, where there can be one.</summary>
    public VhostUserDisplay? Viewer { get; set; }

    /// <summary>The viewer where it decides the sizes of screens; windows of this host decide them themselves.</summary>
    private VhostUserDisplay? Decider => Viewer is { IsConnected: true } && !parts.Options.ShowsWindow ? Viewer : null;

    private int ScanoutCount => _facts.CountScanouts(Viewer is { IsConnected: true });

    /// <summary>The user gave a window another size: guests that ask are told from here on.</summary>
    public void Resize(int scanout, int width, int height) => _facts.Resize(scanout, width, height);

    public ControlType GetDisplayInfo(GpuRequest request)
    {
        if (Decider is { } viewer) viewer.Ask(request, DisplayRequest.GetDisplayInfo, 0);
        else AnswerDisplayInfo(request, _facts.MakeDisplayInfo());
        return default;
    }

    public ControlType GetEdid(GpuRequest request)
    {
        if (!request.TryGet(out GetEdidCommand command)) return parts.RefuseShort();
        if (command.Scanout >= (uint)ScanoutCount) return RefuseScanout(ControlType.ErrorInvalidParameter, command.Scanout);
        if (Decider is { } viewer) viewer.Ask(request, DisplayRequest.GetEdid, command.Scanout);
        else AnswerEdid(request, _facts.MakeEdid((int)command.Scanout));
        return default;
    }

    /// <summary>Answers a question that went to the viewer: with its reply, or, when that is empty or misshapen, from own knowledge.</summary>
    public void Answer(GpuRequest request, DisplayRequest kind, ReadOnlySpan<byte> reply)
    {
        if (kind == DisplayRequest.GetDisplayInfo)
        {
            if (reply.Length == Marshal.SizeOf<DisplayInfoResponse>()) _facts.Learn(reply);
            AnswerDisplayInfo(request, _facts.MakeDisplayInfo());
            return;
        }

        request.TryGet(out GetEdidCommand command);
        bool isWhole = reply.Length == Marshal.SizeOf<EdidResponse>() && MemoryMarshal.Read<EdidResponse>(reply).Size <= EdidBytes.SizeInBytes;
        AnswerEdid(request, isWhole ? MemoryMarshal.Read<EdidResponse>(reply) : _facts.MakeEdid((int)command.Scanout));
    }

    public ControlType SetScanout(GpuRequest request)
    {
        if (!request.TryGet(out SetScanoutCommand command)) return parts.RefuseShort();
        if (command.ScanoutId >= (uint)ScanoutCount) return RefuseScanout(ControlType.ErrorInvalidScanoutId, command.ScanoutId);
        if (command.ResourceId == 0)
        {
            parts.Screens.TurnOff((int)command.ScanoutId);
            return ControlType.OkNoData;
        }

        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        if (resource.IsBlob) return parts.Refuse(ControlType.ErrorInvalidParameter, $"resource {resource.Id} is a blob: it is shown with SET_SCANOUT_BLOB");
        if (!TryCheckShown((int)command.ScanoutId, command.Rect, (resource.Width, resource.Height), out Rectangle source, out ControlType refusal)) return refusal;
        RequireReadable(resource);
        parts.Screens.Show((int)command.ScanoutId, resource.Id, source);
        return ControlType.OkNoData;
    }

    public ControlType SetScanoutBlob(GpuRequest request)
    {
        if (!request.TryGet(out SetScanoutBlobCommand command)) return parts.RefuseShort();
        if (command.ScanoutId >= (uint)ScanoutCount) return RefuseScanout(ControlType.ErrorInvalidScanoutId, command.ScanoutId);
        int index = (int)command.ScanoutId;
        if (command.ResourceId == 0)
        {
            parts.Screens.TurnOff(index);
            return ControlType.OkNoData;
        }

        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        if (!resource.IsBlob || resource.Backing is null)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"resource {resource.Id} is no blob with guest pages");
        if (command.Width > MaximumSide || command.Height > MaximumSide || PixelOrders.Find(command.Format) is not { } order)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"an image of {command.Width}x{command.Height} in format {command.Format}");
        if (!TryCheckShown(index, command.Rect, (command.Width, command.Height), out Rectangle source, out ControlType refusal)) return refusal;
        var view = new BlobView(command.Offsets[0], command.Strides[0], order);
        if (view.Stride < command.Width * 4 || (ulong)view.ExtentOf(command.Width, command.Height) > resource.BlobSize)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"rows of {view.Stride} bytes from {view.Offset} leave the blob of {resource.BlobSize}");
        if (_blobViews[index] != view) parts.Screens.TurnOff(index);
        _blobViews[index] = view;
        parts.Screens.Show(index, resource.Id, source);
        return ControlType.OkNoData;
    }

    public ControlType Flush(GpuRequest request)
    {
        if (!request.TryGet(out ResourceFlushCommand command)) return parts.RefuseShort();
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        WireRect rect = command.Rect;
        // A blob has no size of its own: what of the rectangle no screen shows is of no interest.
        (uint width, uint height) = resource.IsBlob ? (MaximumSide, MaximumSide) : (resource.Width, resource.Height);
        if (!Rectangle.TryInside(rect, width, height, out Rectangle part))
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"rectangle {rect.Width}x{rect.Height}+{rect.X}+{rect.Y} leaves the resource");
        parts.Screens.Flush(resource.Id, part);
        return ControlType.OkNoData;
    }

    public ControlType UpdateCursor(GpuRequest request, bool isNewShape)
    {
        if (!request.TryGet(out UpdateCursorCommand command)) return parts.RefuseShort();
        if (command.Position.ScanoutId >= (uint)ScanoutCount) return RefuseScanout(ControlType.ErrorInvalidScanoutId, command.Position.ScanoutId);
        int index = (int)command.Position.ScanoutId;
        CursorState cursor = parts.Screens.GetCursor(index);
        if (command.ResourceId != 0 && isNewShape)
        {
            if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
            ReadShape(resource, cursor);
            cursor.HotX = command.HotX;
            cursor.HotY = command.HotY;
        }

        // SPEC: virtio-gpu notes §6: x and y are signed; resource 0 hides the pointer, in a move too.
        cursor.X = unchecked((int)command.Position.X);
        cursor.Y = unchecked((int)command.Position.Y);
        cursor.IsVisible = command.ResourceId != 0;
        parts.Screens.CursorChanged(index, isNewShape && command.ResourceId != 0);
        return ControlType.OkNoData;
    }

    public bool IsPlain(Scanout scanout) => parts.Resources.TryGet(scanout.ResourceId, out GuestResource? resource) && !resource.IsRendered;

    public bool TryRefresh(Scanout scanout)
    {
        if (scanout.StaleParts.IsEmpty) return true;
        try
        {
            if (parts.Resources.TryGet(scanout.ResourceId, out GuestResource? resource))
            {
                // Each question to the GPU costs a wait: its pictures are read in one piece.
                if (resource.IsRendered) Refresh(resource, scanout, scanout.Stale);
                else for (int i = 0; i < scanout.StaleParts.Count; i++) Refresh(resource, scanout, scanout.StaleParts[i]);
            }

            scanout.MarkFresh();
            return resource is not null;
        }
        catch (Exception fault) when (fault is GuestFaultException or HostFaultException { Kind: not HostFault.Lost })
        {
            // The guest gets no answer to this: showing is not a command. It costs a picture.
            parts.Refusals.Note($"cannot show resource {scanout.ResourceId}: {fault.Message}");
            scanout.MarkFresh();
            return false;
        }
    }

    public bool CanShare => parts.Exporter is not null;

    public SharedPicture? Share(Scanout scanout)
    {
        // QUIRK: QEMU shows memory from its corner, whatever corner it is told: a part of a resource goes as pixels.
        if (parts.Exporter is not { } exporter || !parts.Resources.TryGet(scanout.ResourceId, out GuestResource? resource) || resource.IsPrivate || !resource.IsRendered
            || scanout.Source != new Rectangle(0, 0, (int)resource.Width, (int)resource.Height))
            return null;
        if (resource.Shared is not null) return resource.Shared;
        resource.Shared = exporter.TryExport(resource.Id, out string reason);
        resource.IsPrivate = resource.Shared is null;
        if (resource.IsPrivate) parts.Log.Debug("resource {Resource} is shown as pixels: {Reason}", resource.Id, reason);
        return resource.Shared;
    }

    public void FlushShared() => parts.Exporter?.Flush();

    private void Refresh(GuestResource resource, Scanout scanout, in Rectangle stale)
    {
        Rectangle part = stale with { X = scanout.Source.X + stale.X, Y = scanout.Source.Y + stale.Y };
        Read(resource, part, scanout.PreparePixels().AsSpan(stale.Y * scanout.Stride + stale.X * 4), (scanout.Index, scanout.Stride));
    }

    private static void AnswerDisplayInfo(GpuRequest request, DisplayInfoResponse response) =>
        request.Answer(ControlType.OkDisplayInfo, MemoryMarshal.AsBytes(new Span<DisplayInfoResponse>(ref response)));

    private static void AnswerEdid(GpuRequest request, EdidResponse response) =>
        request.Answer(ControlType.OkEdid, MemoryMarshal.AsBytes(new Span<EdidResponse>(ref response)));

    private void ReadShape(GuestResource resource, CursorState cursor)
    {
        // A resource of another size is cut or padded with nothing; QEMU and the screen know only 64×64.
        cursor.Pixels.AsSpan().Clear();
        if (resource.IsBlob)
        {
            // No command says how a pointer lies in a blob: 64×64 of B, G, R, A, as Linux writes it.
            resource.Backing?.Read(0, cursor.Pixels.AsSpan(0, (int)Math.Min(resource.Backing.LengthInBytes, cursor.Pixels.Length)));
            return;
        }

        int width = (int)Math.Min(resource.Width, CursorState.Size), height = (int)Math.Min(resource.Height, CursorState.Size);
        Read(resource, new Rectangle(0, 0, width, height), cursor.Pixels, (0, CursorState.Stride));
        if (resource.Image is { } image && !PixelOrders.HasAlpha(image.Format))
        {
            for (int row = 0; row < height; row++) PixelOrders.FillAlpha(cursor.Pixels.AsSpan(row * CursorState.Stride, width * 4));
        }
    }

    /// <summary>Copies a part of a resource, wherever its content lives, into rows of B, G, R, A.</summary>
    private void Read(GuestResource resource, in Rectangle part, Span<byte> target, (int Scanout, int Stride) place)
    {
        if (resource.Image is { } image)
            image.CopyTo(part, target, place.Stride);
        else if (!resource.IsBlob)
            parts.Renderer.ReadPixels(resource.Id, new PixelRectangle((uint)part.X, (uint)part.Y, (uint)part.Width, (uint)part.Height), target, place.Stride);
        else if (resource.Backing is { } backing)
            _blobViews[place.Scanout].CopyTo(backing, part, target, place.Stride);
    }

    /// <summary>Checks what a screen is to show: inside its resource, not tiny, and not too much together with the others.</summary>
    private bool TryCheckShown(int index, in WireRect rect, (uint Width, uint Height) size, out Rectangle source, out ControlType refusal)
    {
        refusal = default;
        source = default;
        if (rect.Width < MinimumSide || rect.Height < MinimumSide || !Rectangle.TryInside(rect, size.Width, size.Height, out source))
        {
            refusal = parts.Refuse(
                ControlType.ErrorInvalidParameter, $"rectangle {rect.Width}x{rect.Height}+{rect.X}+{rect.Y} of a resource of {size.Width}x{size.Height}");
        }
        else if (CountPictureBytes(index, source) > MaximumPictureBytes)
        {
            refusal = parts.Refuse(ControlType.ErrorOutOfMemory, $"all screens together need more than {MaximumPictureBytes >> 20} MiB");
        }

        return refusal == default;
    }

    private void RequireReadable(GuestResource resource)
    {
        // Found out here, where the guest can be told, and not when a picture is due. Nothing is read, so that no recording takes it for a picture.
        if (resource.IsReadable || !resource.IsRendered) return;
        parts.Renderer.ReadPixels(resource.Id, new PixelRectangle(0, 0, 0, 0), [], 0);
        resource.IsReadable = true;
    }

    private long CountPictureBytes(int index, in Rectangle source)
    {
        // GUEST: sizes are those of live resources, but many screens can show the same one.
        long sum = (long)source.Width * source.Height * 4;
        for (int i = 0; i < DisplayModeArray.Count; i++)
        {
            Scanout other = parts.Screens[i];
            if (i != index) sum += (long)other.Width * other.Height * 4;
        }

        return sum;
    }

    private ControlType RefuseScanout(ControlType answer, uint id) => parts.Refuse(answer, $"screen {id}, there are {ScanoutCount}");
}
