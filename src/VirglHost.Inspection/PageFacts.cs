using VirglHost.Recording;

namespace VirglHost.Inspection;

/// <summary>What the head of a page says.</summary>
internal sealed record PageFacts(string Title, RecordingOrigin Origin, ReplayStatistics Statistics, RecordingFaultText? Fault, long Draws, long Refusals);
