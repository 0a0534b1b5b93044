namespace VirglHost.Corpus.Testing;

/// <summary>A corpus program does not compile, link or run.</summary>
public sealed class CorpusException(string message) : Exception(message);
