namespace VirglHost.Rendering.Queries;

/// <summary>How far a sub-context's requests for query results had come when a fence was inserted.</summary>
internal readonly record struct QueryPoint(SubContext SubContext, ulong Request);
