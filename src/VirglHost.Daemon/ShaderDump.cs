using System.Security.Cryptography;
using Serilog;
using VirglHost.Rendering;
using VirglHost.Shaders;

namespace VirglHost.Daemon;

/// <summary>Keeps each distinct shader that a guest sends as a file that is named after its text. Any thread may call it.</summary>
internal sealed class ShaderDump(string directory, ILogger log)
{
    /// <summary>GUEST: a guest that invents shaders may not fill the host's disk.</summary>
    private const long MaxTotalInBytes = 1L << 30;

    private const int HashLength = 16;

    private long _written;

    /// <summary>Makes the folder that the options name.</summary>
    /// <returns>What a renderer calls for each shader; null where the options name no folder.</returns>
    /// <exception cref="PlaceException">The folder cannot be made.</exception>
    public static ShaderTextHandler? Open(Options options, ILogger log)
    {
        if (options.ShaderDirectory is not { } directory)
            return null;
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PlaceException($"--dump-shaders: {fault.Message} Choose a folder that can be written.", fault);
        }
        return new ShaderDump(directory, log).Keep;
    }

    private void Keep(ShaderStage stage, ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)0);
        ReadOnlySpan<byte> body = end < 0 ? text : text[..end];
        string hash = Convert.ToHexStringLower(SHA256.HashData(body))[..HashLength];
        string path = Path.Combine(directory, $"{stage}-{hash}.tgsi");
        if (File.Exists(path) || Interlocked.Read(ref _written) > MaxTotalInBytes)
            return;
        // Clients on other threads may bring the same shader: each writes its own file, the rename makes it whole.
        string partial = $"{path}.{Environment.CurrentManagedThreadId}.part";
        try
        {
            File.WriteAllBytes(partial, body);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.Warning("--dump-shaders: {Reason}", fault.Message);
            return;
        }
        if (Interlocked.Add(ref _written, body.Length) > MaxTotalInBytes)
            log.Warning("--dump-shaders: {Directory} got {Bytes} bytes, no more is written", directory, MaxTotalInBytes);
    }
}
