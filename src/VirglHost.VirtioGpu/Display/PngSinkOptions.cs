namespace VirglHost.VirtioGpu.Display;

/// <summary>Where and how often pictures are written.</summary>
/// <param name="Directory">An existing, writable folder.</param>
/// <param name="Policy">When.</param>
/// <param name="EveryNth">0 = no numbered files but under <see cref="PngPolicy.Flush"/>; N = every N-th flush as a numbered file.</param>
/// <param name="IntervalInMilliseconds">Shortest time between two latest.png of one screen.</param>
internal sealed record PngSinkOptions(string Directory, PngPolicy Policy, int EveryNth, int IntervalInMilliseconds);
