using VirglHost.CommandStream.Caps;

namespace VirglHost.Rendering.Capabilities;

/// <summary>Both capability sets, and what a guest will make of them.</summary>
/// <param name="V1">Capset 1.</param>
/// <param name="V2">Capset 2.</param>
/// <param name="Guest">What a guest will make of them.</param>
internal sealed record RendererCaps(VirglCapsV1 V1, VirglCapsV2 V2, GuestCapabilities Guest)
{
    /// <summary>Bytes of a capability set; 0 for ids that do not exist.</summary>
    public static int SizeOf(uint capsetId) => capsetId switch { 1 => VirglCapsV1.SizeInBytes, 2 => VirglCapsV2.SizeInBytes, _ => 0 };

    /// <summary>Writes as much of a capability set as fits.</summary>
    /// <param name="capsetId">1 or 2; other ids write nothing.</param>
    /// <param name="version">At most the set's own version (1 or 2); higher versions write nothing.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <returns>Bytes written.</returns>
    public int Write(uint capsetId, uint version, Span<byte> destination)
    {
        int size = SizeOf(capsetId);
        if (size == 0 || version > capsetId)
            return 0;
        Span<byte> whole = stackalloc byte[VirglCapsV2.SizeInBytes];
        whole = whole[..size];
        if (capsetId == 1)
            V1.WriteTo(whole);
        else
            V2.WriteTo(whole);
        int length = Math.Min(size, destination.Length);
        whole[..length].CopyTo(destination);
        return length;
    }
}
