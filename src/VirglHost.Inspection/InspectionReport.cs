namespace VirglHost.Inspection;

/// <summary>What a page holds.</summary>
/// <param name="Rows">Lines of the tree.</param>
/// <param name="Draws">Draws among them.</param>
/// <param name="Pictures">Different pictures.</param>
/// <param name="Shaders">Different shaders of the guest.</param>
/// <param name="Refusals">Commands that were refused.</param>
/// <param name="SizeInBytes">Length of the page.</param>
/// <param name="Fault">Why the recording could not be read to its end; null where it could. The page then holds what came before.</param>
public sealed record InspectionReport(long Rows, long Draws, long Pictures, long Shaders, long Refusals, long SizeInBytes, RecordingFaultText? Fault);
