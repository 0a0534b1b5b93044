using VirglHost.CommandStream.Commands;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Drawing;

/// <summary>
/// Draws that differ only in the vertices they take, kept until something else comes and then said to GL in one call: a driver looks at everything that is bound once
/// for all of them.
/// </summary>
internal sealed class DrawBatch(GlSession session)
{
    private const int Capacity = 256;

    private readonly uint[] _counts = new uint[Capacity];

    /// <summary>First vertices, or what is added to indices.</summary>
    private readonly int[] _bases = new int[Capacity];
    private readonly nint[] _offsets = new nint[Capacity];
    private DrawVboCommand _first;
    private uint _indexSize;
    private int _length;

    /// <summary>Starts anew with a draw that <see cref="IsPlain"/>; the batch is empty.</summary>
    /// <param name="command">The draw.</param>
    /// <param name="indexSize">Bytes of an index: 1, 2 or 4.</param>
    /// <param name="offset">Byte of the element buffer where its indices begin.</param>
    public void Begin(in DrawVboCommand command, uint indexSize, nint offset)
    {
        _first = command;
        _indexSize = indexSize;
        Add(command, offset);
    }

    /// <summary>Adds a draw that needs nothing else from GL than the first; false where there is no first, where it is of another kind, or where the batch is full.</summary>
    public bool TryJoin(in DrawVboCommand command, uint indexSize, nint offset)
    {
        if (_length is 0 or Capacity || indexSize != _indexSize || !IsAlike(command, _first))
        {
            return false;
        }

        Add(command, offset);
        return true;
    }

    /// <summary>Says them to GL.</summary>
    public void Issue()
    {
        if (_length != 0)
        {
            Send();
        }
    }

    /// <summary>Whether a draw says itself which vertices it takes, and takes them for the first instance alone.</summary>
    public static bool IsPlain(in DrawVboCommand command) =>
        command.InstanceCount == 1 && command.StartInstance == 0 && command.IndirectHandle == 0 && command.CountFromStreamOut == 0 &&
        (command.Indexed || command.Start <= int.MaxValue);

    private static bool IsAlike(in DrawVboCommand one, in DrawVboCommand other) =>
        one.Mode == other.Mode && one.Indexed == other.Indexed && one.DrawId == other.DrawId &&
        one.PrimitiveRestart == other.PrimitiveRestart && one.RestartIndex == other.RestartIndex && IsPlain(one);

    private void Add(in DrawVboCommand command, nint offset)
    {
        _counts[_length] = command.Count;
        _bases[_length] = command.Indexed ? command.IndexBias : (int)command.Start;
        _offsets[_length++] = offset;
    }

    private void Send()
    {
        // Empty before GL is called, so that what GL throws does not come again.
        int length = _length;
        _length = 0;
        var mode = (GLEnum)(uint)_first.Mode;
        GL gl = session.Gl;
        if (_first.Indexed)
        {
            GLEnum type = IndexTypes.ToGl(_indexSize);
            if (length == 1)
            {
                gl.DrawElementsInstancedBaseVertexBaseInstance(mode, _counts[0], type, _offsets[0], 1, _bases[0], 0);
            }
            else
            {
                gl.MultiDrawElementsBaseVertex(mode, type, _counts.AsSpan(0, length), _offsets.AsSpan(0, length), _bases.AsSpan(0, length));
            }
        }
        else if (length == 1)
        {
            gl.DrawArraysInstancedBaseInstance(mode, _bases[0], _counts[0], 1, 0);
        }
        else
        {
            gl.MultiDrawArrays(mode, _bases.AsSpan(0, length), _counts.AsSpan(0, length));
        }
    }
}
