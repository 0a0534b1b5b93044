using Microsoft.Win32.SafeHandles;
using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>What stands in for a dma-buf where no GPU is: a file in memory.</summary>
internal static class TestMemory
{
    public static FileDescriptor Create(int lengthInBytes)
    {
        using var file = new Memfd("virglhost-test", lengthInBytes);
        using SafeFileHandle second = File.OpenHandle($"/proc/self/fd/{file.Fd}", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        int fd = (int)second.DangerousGetHandle();
        second.SetHandleAsInvalid();
        return new FileDescriptor(fd);
    }
}
