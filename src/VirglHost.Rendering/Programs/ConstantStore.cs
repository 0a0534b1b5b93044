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
    private bool _isUploaded;
    private GlBufferRange _range;

    /// <summary>The words given last.</summary>
    public ReadOnlySpan<uint> Words => _words.AsSpan(0, _length);

    /// <summary>Replaces all values. The command's length bounds the size: at most 65535 words.</summary>
    public void Set(ReadOnlySpan<uint> words)
    {
        if (words.Length > _words.Length)
        {
            _words = new uint[Math.Max(words.Length, Math.Min(_words.Length * 2, ushort.MaxValue))];
        }

        words.CopyTo(_words);
        _length = words.Length;
        _isUploaded = false;
    }

    /// <summary>A range that holds the values, padded with zeros to <paramref name="sizeInBytes"/>; uploaded only where values, size or ring segment changed.</summary>
    public GlBufferRange Upload(GlStreamBuffer stream, int sizeInBytes)
    {
        if (_isUploaded && _uploadedSize >= sizeInBytes && _uploadedGeneration == stream.Generation)
        {
            return _range;
        }

        Span<byte> target = stream.Reserve(sizeInBytes, out _range);
        ReadOnlySpan<byte> source = MemoryMarshal.AsBytes(Words);
        source = source[..Math.Min(source.Length, sizeInBytes)];
        source.CopyTo(target);
        target[source.Length..sizeInBytes].Clear();
        _uploadedSize = sizeInBytes;
        _uploadedGeneration = stream.Generation;
        _isUploaded = true;
        return _range;
    }
}
