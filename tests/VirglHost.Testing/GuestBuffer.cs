namespace VirglHost.Testing;

/// <summary>A range of guest-physical memory.</summary>
/// <param name="Address">Guest-physical address.</param>
/// <param name="Length">Bytes.</param>
public readonly record struct GuestBuffer(ulong Address, uint Length);
