using System.Runtime.InteropServices;
using VirglHost.OpenGL.Egl;

namespace VirglHost.VirtioGpu.Display;

/// <summary>What one screen of the viewer has been told and still has to be told.</summary>
internal sealed class ScreenFeed(int index)
{
    // QEMU reads a whole message in one go on its main loop: strips this small are taken at once by a socket with room.
    private const int StripSize = 128 * 1024;
    private const int SmallStrip = 8 * 1024;

    // SPEC: vhost-user-gpu, fd_flags: VIRTIO_GPU_RESOURCE_FLAG_Y_0_TOP.
    private const uint BottomUpFlag = 1;

    private Scanout? _scanout;
    private CursorState? _cursor;
    private bool _isAnnounceDue;
    private FeedKind _kind;
    private uint _toldResource;
    private bool _isShapeDue;
    private bool _isPositionDue;
    private DamageRegion _damage = new();
    private DamageRegion _sending = new();
    private Rectangle _current;

    /// <summary>Earliest time of the next picture.</summary>
    public long NextDue { get; private set; }

    public bool HasDamage => _scanout is not null && !_damage.IsEmpty;

    /// <summary>A picture is on its way in strips.</summary>
    public bool IsSending => !_current.IsEmpty || !_sending.IsEmpty;

    /// <summary>The viewer was told of memory, and looks at that.</summary>
    public bool IsShared => _kind == FeedKind.Memory;

    /// <summary>The viewer does not know yet what this screen shows.</summary>
    public bool IsAnnounceDue => _isAnnounceDue || (_scanout is { } scanout && scanout.ResourceId != _toldResource);

    /// <summary>A new socket knows nothing: everything is said again.</summary>
    public void Restart()
    {
        _kind = FeedKind.Nothing;
        ClearDamage();
        NextDue = 0;
        _isAnnounceDue = _scanout is not null;
        if (_scanout is not null) _damage.Add(new Rectangle(0, 0, _scanout.Width, _scanout.Height));
        _isShapeDue = _cursor is not null;
    }

    public void Reset()
    {
        _isAnnounceDue = _kind != FeedKind.Nothing;
        _scanout = null;
        _isPositionDue |= _cursor is { IsVisible: true };
        ClearDamage();
    }

    public void Change(Scanout scanout)
    {
        _scanout = scanout.IsOn ? scanout : null;
        _isAnnounceDue = true;
        ClearDamage();
    }

    public void AddDamage(in Rectangle damage) => _damage.Add(damage);

    public void ChangeCursor(CursorState cursor, bool isNewShape)
    {
        _cursor = cursor;
        _isShapeDue |= isNewShape;
        _isPositionDue = true;
    }

    /// <summary>Writes what the viewer must know before it gets a picture, if something is due.</summary>
    public bool TryWriteState(MessageBuffer output, IPictureSource pictures, in ViewerState viewer)
    {
        if (IsAnnounceDue && TryAnnounce(output, pictures, viewer)) return true;
        if (_cursor is not { } cursor || !(_isPositionDue || (_isShapeDue && cursor.IsVisible))) return false;
        ReadOnlySpan<uint> position = [(uint)index, unchecked((uint)cursor.X), unchecked((uint)cursor.Y)];
        if (!cursor.IsVisible) output.Add(DisplayRequest.CursorHide, position);
        else if (!_isShapeDue) output.Add(DisplayRequest.CursorPosition, position);
        else WriteShape(output, cursor, position);
        _isPositionDue = false;
        // A hidden pointer keeps its shape due: a move may show it again.
        _isShapeDue &= !cursor.IsVisible;
        return true;
    }

    /// <summary>Says that shared memory has changed, where it has and <paramref name="now"/> allows a picture. The viewer answers when it has finished with it.</summary>
    public bool TryWriteSharedUpdate(MessageBuffer output, IPictureSource pictures, long now, int intervalInMilliseconds)
    {
        if (!IsShared || IsAnnounceDue || !HasDamage || now < NextDue) return false;
        NextDue = now + intervalInMilliseconds;
        pictures.FlushShared();
        Rectangle part = _damage.Bounds;
        _damage.Clear();
        output.Add(DisplayRequest.DmabufUpdate, [(uint)index, (uint)part.X, (uint)part.Y, (uint)part.Width, (uint)part.Height]);
        return true;
    }

    /// <summary>Writes the next strip of a picture, or several small ones; starts a new picture when <paramref name="now"/> allows one.</summary>
    public bool TryWriteStrip(MessageBuffer output, IPictureSource pictures, long now, int intervalInMilliseconds)
    {
        if (_scanout is not { } scanout || _kind != FeedKind.Pixels || IsAnnounceDue) return false;
        if (_current.IsEmpty && !TryTakePart(scanout))
        {
            if (_damage.IsEmpty || now < NextDue) return false;
            NextDue = now + intervalInMilliseconds;
            if (pictures.TryRefresh(scanout)) (_damage, _sending) = (_sending, _damage);
            _damage.Clear();
            if (!TryTakePart(scanout)) return false;
        }

        // Small parts go together: each call of the kernel costs as much as thousands of pixels.
        int room = StripSize;
        do
        {
            int rows = Math.Clamp(room / (_current.Width * 4), 1, _current.Height);
            WriteUpdate(output, scanout, _current with { Height = rows });
            room -= rows * _current.Width * 4;
            _current = rows == _current.Height ? default : _current with { Y = _current.Y + rows, Height = _current.Height - rows };
        }
        while (room > SmallStrip && (!_current.IsEmpty || TryTakePart(scanout)));
        return true;
    }

    private bool TryAnnounce(MessageBuffer output, IPictureSource pictures, in ViewerState viewer)
    {
        if (_scanout is not { } scanout)
        {
            // QUIRK: QEMU keeps both kinds of picture side by side: each is turned off by its own message.
            if (_kind == FeedKind.Memory) output.Add(DisplayRequest.DmabufScanout, [(uint)index, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            output.Add(DisplayRequest.Scanout, [(uint)index, 0, 0]);
            Told(FeedKind.Nothing, 0);
            return true;
        }

        // Whether memory can be given is known when the viewer has said what it takes, and pixels before that would be for nothing.
        if (viewer.Sharing == SharingMode.Unknown) return false;
        if (viewer.Sharing != SharingMode.None && pictures.Share(scanout) is { } memory && IsUnderstood(memory, viewer.Sharing))
        {
            // The viewer reads nothing while it looks at a frame: only the last of the pictures until then is worth a message.
            if (viewer.IsLooking) return false;
            WriteMemory(output, memory, viewer.Sharing);
            Told(FeedKind.Memory, scanout.ResourceId);
            return true;
        }

        bool isSameSurface = _kind == FeedKind.Pixels && !_isAnnounceDue;
        if (_kind == FeedKind.Memory) output.Add(DisplayRequest.DmabufScanout, [(uint)index, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        if (!isSameSurface) output.Add(DisplayRequest.Scanout, [(uint)index, (uint)scanout.Width, (uint)scanout.Height]);
        bool wasMemory = _kind == FeedKind.Memory;
        Told(FeedKind.Pixels, scanout.ResourceId);
        if (wasMemory) _damage.Add(new Rectangle(0, 0, scanout.Width, scanout.Height));
        return !isSameSurface;
    }

    private void Told(FeedKind kind, uint resource)
    {
        if (_kind != kind)
        {
            _current = default;
            _sending.Clear();
        }

        _kind = kind;
        _toldResource = resource;
        _isAnnounceDue = false;
    }

    // Without a word about the modifier a viewer takes memory as rows, or asks the driver that made it.
    private static bool IsUnderstood(SharedPicture memory, SharingMode mode) =>
        mode == SharingMode.WithModifier || memory.Modifier is Dmabuf.LinearModifier or Dmabuf.UnknownModifier;

    private void WriteMemory(MessageBuffer output, SharedPicture memory, SharingMode mode)
    {
        uint width = (uint)memory.Width, height = (uint)memory.Height, flags = memory.IsBottomUp ? BottomUpFlag : 0;
        ReadOnlySpan<uint> words =
            [(uint)index, 0, 0, width, height, width, height, (uint)memory.Stride, flags, memory.Fourcc, unchecked((uint)memory.Modifier), (uint)(memory.Modifier >> 32)];
        // QUIRK: QEMU would ask its driver for a layout by the number of "unknown", and get nothing: without a number it asks for the driver's own.
        if (mode == SharingMode.WithModifier && memory.Modifier != Dmabuf.UnknownModifier) output.Add(DisplayRequest.DmabufScanout2, words, memory.Memory);
        else output.Add(DisplayRequest.DmabufScanout, words[..^2], memory.Memory);
    }

    private bool TryTakePart(Scanout scanout)
    {
        while (_sending.TryTake(out Rectangle part))
        {
            _current = part.Intersect(new Rectangle(0, 0, scanout.Width, scanout.Height));
            if (!_current.IsEmpty) return true;
        }

        return false;
    }

    private void ClearDamage()
    {
        _damage.Clear();
        _sending.Clear();
        _current = default;
    }

    private static void WriteShape(MessageBuffer output, CursorState cursor, ReadOnlySpan<uint> position)
    {
        Span<byte> content = output.Reserve(DisplayRequest.CursorUpdate, 20 + cursor.Pixels.Length);
        MemoryMarshal.AsBytes(position).CopyTo(content);
        ReadOnlySpan<uint> hot = [cursor.HotX, cursor.HotY];
        MemoryMarshal.AsBytes(hot).CopyTo(content[12..]);
        cursor.Pixels.CopyTo(content[20..]);
    }

    private void WriteUpdate(MessageBuffer output, Scanout scanout, in Rectangle part)
    {
        int rowSize = part.Width * 4;
        Span<byte> content = output.Reserve(DisplayRequest.Update, 20 + rowSize * part.Height);
        ReadOnlySpan<uint> place = [(uint)index, (uint)part.X, (uint)part.Y, (uint)part.Width, (uint)part.Height];
        MemoryMarshal.AsBytes(place).CopyTo(content);
        content = content[20..];
        for (int y = 0; y < part.Height; y++)
            scanout.Pixels.AsSpan((part.Y + y) * scanout.Stride + part.X * 4, rowSize).CopyTo(content[(y * rowSize)..]);
    }
}
