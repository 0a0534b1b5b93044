using System.Runtime.InteropServices;

namespace VirglHost.VirtioGpu.Display;

/// <summary>What one screen of the viewer has been told and still has to be told.</summary>
internal sealed class ScreenFeed(int index)
{
    // QEMU reads a whole message in one go on its main loop: strips this small are taken at once by a socket with room.
    private const int StripSize = 128 * 1024;

    private Scanout? _scanout;
    private CursorState? _cursor;
    private bool _isAnnounceDue;
    private bool _isAnnounced;
    private bool _isShapeDue;
    private bool _isPositionDue;
    private DamageRegion _damage = new();
    private DamageRegion _sending = new();
    private Rectangle _current;

    /// <summary>Earliest time of the next picture.</summary>
    public long NextDue { get; private set; }

    public bool HasDamage => !_damage.IsEmpty;

    public bool IsSending => !_current.IsEmpty || !_sending.IsEmpty;

    /// <summary>A new socket knows nothing: everything is said again.</summary>
    public void Restart()
    {
        _isAnnounced = false;
        ClearDamage();
        NextDue = 0;
        _isAnnounceDue = _scanout is not null;
        if (_scanout is not null) _damage.Add(new Rectangle(0, 0, _scanout.Width, _scanout.Height));
        _isShapeDue = _cursor is not null;
    }

    public void Reset()
    {
        _isAnnounceDue = _isAnnounced;
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

    /// <summary>Writes one short message if one is due.</summary>
    public bool TryWriteState(MessageBuffer output)
    {
        if (_isAnnounceDue)
        {
            _isAnnounceDue = false;
            _isAnnounced = _scanout is not null;
            output.Add(DisplayRequest.Scanout, [(uint)index, (uint)(_scanout?.Width ?? 0), (uint)(_scanout?.Height ?? 0)]);
            return true;
        }

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

    /// <summary>Writes the next strip of a picture; starts a new picture when <paramref name="now"/> allows one.</summary>
    public bool TryWriteStrip(MessageBuffer output, IPictureSource pictures, long now, int intervalInMilliseconds)
    {
        if (_scanout is not { } scanout || !_isAnnounced) return false;
        if (_current.IsEmpty && !TryTakePart(scanout))
        {
            if (_damage.IsEmpty || now < NextDue) return false;
            NextDue = now + intervalInMilliseconds;
            if (pictures.TryRefresh(scanout)) (_damage, _sending) = (_sending, _damage);
            _damage.Clear();
            if (!TryTakePart(scanout)) return false;
        }

        int rows = Math.Clamp(StripSize / (_current.Width * 4), 1, _current.Height);
        Rectangle strip = _current with { Height = rows };
        WriteUpdate(output, scanout, strip);
        _current = rows == _current.Height ? default : _current with { Y = _current.Y + rows, Height = _current.Height - rows };
        return true;
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
