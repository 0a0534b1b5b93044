namespace VirglHost.Shaders.Fuzz;

/// <summary>The translator broke a promise without throwing itself.</summary>
internal sealed class FuzzFinding(string message) : Exception(message);
