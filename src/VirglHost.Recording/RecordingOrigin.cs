namespace VirglHost.Recording;

/// <summary>Who recorded what. Texts are cut to some 30 characters.</summary>
/// <param name="Program">Name and version of the program that wrote it.</param>
/// <param name="Door">"vtest" or "vhost-user".</param>
/// <param name="Host">What drew then, as the host names it.</param>
/// <param name="StartedAt">When it began.</param>
public readonly record struct RecordingOrigin(string Program, string Door, string Host, DateTimeOffset StartedAt);
