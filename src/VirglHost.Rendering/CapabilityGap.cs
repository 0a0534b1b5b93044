namespace VirglHost.Rendering;

/// <summary>Why a guest does not get a version of OpenGL.</summary>
/// <param name="Version">The version it does not get, such as "OpenGL 4.6".</param>
/// <param name="Cause">What is missing, and on which side.</param>
public readonly record struct CapabilityGap(string Version, string Cause);
