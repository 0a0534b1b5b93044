namespace VirglHost.Rendering;

/// <summary>A limit that a guest sees.</summary>
/// <param name="Name">What is limited.</param>
/// <param name="Value">How much.</param>
public readonly record struct GuestLimit(string Name, string Value);
