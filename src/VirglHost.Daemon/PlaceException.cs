namespace VirglHost.Daemon;

/// <summary>A folder or file that an option names cannot be made; the message names the option and what to do.</summary>
internal sealed class PlaceException(string message, Exception cause) : Exception(message, cause);
