namespace VirglHost.Recording;

/// <summary>What was played.</summary>
/// <param name="Origin">Who recorded what.</param>
/// <param name="Events">Events in all.</param>
/// <param name="Submits">Command streams.</param>
/// <param name="Words">32-bit words in them.</param>
/// <param name="MemoryInBytes">Guest memory that was read.</param>
/// <param name="Transfers">Transfers outside command streams, both ways.</param>
/// <param name="Pictures">Pictures that the guest was shown.</param>
/// <param name="Refusals">Requests that this renderer refused.</param>
/// <param name="Skipped">Events of kinds that this version does not know.</param>
/// <param name="Recorded">How long the recording took.</param>
public readonly record struct ReplayStatistics(
    RecordingOrigin Origin, long Events, long Submits, long Words, long MemoryInBytes, long Transfers, long Pictures, long Refusals, long Skipped, TimeSpan Recorded);
