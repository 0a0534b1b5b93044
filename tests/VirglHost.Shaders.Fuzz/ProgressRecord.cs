using System.IO.MemoryMappedFiles;

namespace VirglHost.Shaders.Fuzz;

/// <summary>
/// Words in a file that the process with the cases writes and its supervisor reads. The file outlives a process that a stack overflow ends, and so says which case
/// did it.
/// </summary>
internal sealed class ProgressRecord : IDisposable
{
    private const int Length = 8;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _words;

    private ProgressRecord(MemoryMappedFile file)
    {
        _file = file;
        _words = file.CreateViewAccessor();
    }

    /// <summary>The case being run.</summary>
    public long Current { get => this[0]; set => this[0] = value; }

    /// <summary>Texts that the parser took.</summary>
    public long Accepted { get => this[1]; set => this[1] = value; }

    /// <summary>Cases that found something.</summary>
    public long Findings { get => this[2]; set => this[2] = value; }

    /// <summary>Longest time of a case, in microseconds, and that case.</summary>
    public long SlowestMicroseconds { get => this[3]; set => this[3] = value; }

    public long SlowestCase { get => this[4]; set => this[4] = value; }

    /// <summary>Most bytes that a case allocated, and that case.</summary>
    public long LargestBytes { get => this[5]; set => this[5] = value; }

    public long LargestCase { get => this[6]; set => this[6] = value; }

    /// <summary>Bytes of all texts.</summary>
    public long TextBytes { get => this[7]; set => this[7] = value; }

    private long this[int word]
    {
        get => _words.ReadInt64(word * sizeof(long));
        set => _words.Write(word * sizeof(long), value);
    }

    public static ProgressRecord Open(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Length * sizeof(long)));

    public void Dispose()
    {
        _words.Dispose();
        _file.Dispose();
    }
}
