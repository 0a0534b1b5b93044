namespace VirglHost.VirtioGpu.Display;

/// <summary>Where and how often pictures are written.</summary>
/// <param name="Directory">An existing, writable folder.</param>
/// <param name="EveryNth">0 = only latest.png; N = every N-th flush also as a numbered file.</param>
/// <param name="IntervalInMilliseconds">Shortest time between two latest.png of one screen.</param>
internal sealed record PngSinkOptions(string Directory, int EveryNth, int IntervalInMilliseconds);
