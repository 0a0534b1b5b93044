using System.Runtime.InteropServices;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering.Programs;

/// <summary>The values of constant buffer 0 of one stage and where in the streaming buffer they lie.</summary>
internal sealed class ConstantStore
{
    private uint[] _words = [];
    private int _length;
    private int _uploadedSize;
    private int _uploadedGeneration;
    private long _uploadedVersion;
    private GlBufferRange _range;

    /// <summary>The words given last.</summary>
    public ReadOnlySpan<uint> Words => _words.AsSpan(0, _length);

    /// <summary>Another number whenever words were given; never 0.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Replaces all values; false where they were these. The command's length bounds the size: at most 65535 words.</summary>
    public bool Set(ReadOnlySpan<uint> words)
    {
        if (words.SequenceEqual(Words))
        {
            return false;
        }

        if (words.Length > _words.Length)
        {
            _words = new uint[Math.Max(words.Length, Math.Min(_words.Length * 2, ushort.MaxValue))];
        }

        words.CopyTo(_words);
        if (words.Length < _length)
        {
            _words.AsSpan(words.Length, _length - words.Length).Clear();
        }

        _length = words.Length;
        Version++;
        return true;
    }

    /// <summary>The first <paramref name="count"/> words, zeros where fewer were given.</summary>
    public ReadOnlySpan<uint> Padded(int count)
    {
        if (count > _words.Length)
        {
            Array.Resize(ref _words, count);
        }

        return _words.AsSpan(0, count);
    }

    /// <summary>A range that holds the values, padded with zeros to <paramref name="sizeInBytes"/>; uploaded only where values, size or ring segment changed.</summary>
    public GlBufferRange Upload(GlStreamBuffer stream, int sizeInBytes)
    {
        if (_uploadedVersion == Version && _uploadedSize >= sizeInBytes && _uploadedGeneration == stream.Generation)
        {
            return _range;
        }

        MemoryMarshal.AsBytes(Padded(sizeInBytes / sizeof(uint))).CopyTo(stream.Reserve(sizeInBytes, out _range));
        _uploadedSize = sizeInBytes;
        _uploadedGeneration = stream.Generation;
        _uploadedVersion = Version;
        return _range;
    }
}
