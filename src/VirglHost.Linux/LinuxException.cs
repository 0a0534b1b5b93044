using System.Runtime.InteropServices;

namespace VirglHost.Linux;

/// <summary>A system call that failed: which call, and the kernel's error number with its C name.</summary>
public sealed class LinuxException : IOException
{
    /// <summary>Makes the exception for <paramref name="call"/>.</summary>
    /// <param name="call">Name of the C library call, e.g. <c>recvmsg</c>.</param>
    /// <param name="errno">Kernel error number, positive.</param>
    /// <param name="detail">What was attempted, for the reader of the log; may be empty.</param>
    public LinuxException(string call, int errno, string detail = "")
        : base($"{call} failed: {ErrnoTable.GetName(errno)}{(detail.Length == 0 ? "" : $" ({detail})")}")
    {
        Call = call;
        Errno = errno;
    }

    /// <summary>Name of the C library call.</summary>
    public string Call { get; }

    /// <summary>Kernel error number, positive.</summary>
    public int Errno { get; }

    /// <summary>C name of the error number, e.g. <c>EPIPE</c>.</summary>
    public string ErrnoName => ErrnoTable.GetName(Errno);

    /// <summary>The peer of a socket is gone (EPIPE or ECONNRESET).</summary>
    public bool IsPeerGone => Errno is Native.Libc.EPIPE or Native.Libc.ECONNRESET;

    internal static LinuxException ForLastCall(string call, string detail = "") => new(call, Marshal.GetLastPInvokeError(), detail);
}
