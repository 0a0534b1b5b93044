namespace VirglHost.Testing;

/// <summary>The back-end did something that a front-end or guest cannot go on with. The message is one readable sentence.</summary>
public sealed class FrontendException(string message, Exception? cause = null) : Exception(message, cause);
