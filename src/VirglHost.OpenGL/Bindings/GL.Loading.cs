using System.Text;

namespace VirglHost.OpenGL;

/// <summary>
/// The OpenGL 4.5 core entry points (and a few optional newer ones) of one EGL display. Calls act on the calling thread's current
/// context; one instance serves every context of the display. The generated half holds one method per GL function, named without
/// the <c>gl</c> prefix; this half adds overloads that take spans and strings, so that callers need no unsafe code.
/// </summary>
// SAFETY: entry points are called by the signatures that the Khronos registry gives them.
public sealed unsafe partial class GL
{
    /// <summary>Loads every entry point.</summary>
    /// <param name="getProcAddress">Address of a GL function by its full C name, 0 when unknown.</param>
    /// <exception cref="HostFaultException">A function of GL 4.5 core is missing.</exception>
    public static GL GetApi(Func<string, nint> getProcAddress)
    {
        ArgumentNullException.ThrowIfNull(getProcAddress);
        return new GL(getProcAddress);
    }

    private static nint Require(Func<string, nint> getProcAddress, string name)
    {
        nint address = getProcAddress(name);
        return address != 0 ? address : throw Missing(name);
    }

    private static nint Find(Func<string, nint> getProcAddress, string name) => getProcAddress(name);

    private static HostFaultException Missing(string name) =>
        new(HostFault.Unsupported, $"The host's OpenGL has no {name}.");

    private static byte[] Utf8(string text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private static uint Groups(int length, int size)
    {
        if (length % size != 0) throw new ArgumentException($"The span holds {length} values, which is no multiple of {size}.");
        return (uint)(length / size);
    }

    private static void RequireLength(long actual, long needed)
    {
        if (actual < needed) throw new ArgumentException($"The span holds {actual} elements where GL accesses {needed}.");
    }

    private static void RequireSameLength(int first, int second)
    {
        if (first != second) throw new ArgumentException($"Spans of {first} and {second} elements where GL takes one count for both.");
    }
}
