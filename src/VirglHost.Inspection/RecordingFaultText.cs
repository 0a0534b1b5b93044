using VirglHost.Recording;

namespace VirglHost.Inspection;

/// <summary>What is wrong with a recording.</summary>
/// <param name="Kind">In one word.</param>
/// <param name="Text">In one line.</param>
public sealed record RecordingFaultText(RecordingFault Kind, string Text);
