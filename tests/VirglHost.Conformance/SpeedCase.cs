namespace VirglHost.Conformance;

/// <summary>One thing to time.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Frame">Pixels of the image.</param>
/// <param name="Part">Pixels of the part that changes.</param>
/// <param name="Entries">Runs of guest memory behind the image.</param>
/// <param name="IsFlushed">Show it each time.</param>
internal sealed record SpeedCase(string Name, (int Width, int Height) Frame, (int Width, int Height) Part, int Entries, bool IsFlushed);
