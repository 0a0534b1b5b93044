namespace VirglHost.Conformance;

/// <summary>A rule about something that was not negotiated.</summary>
internal sealed class NotApplicableException(string message) : Exception(message);
