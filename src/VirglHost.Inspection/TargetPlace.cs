namespace VirglHost.Inspection;

/// <summary>What a surface draws into.</summary>
internal sealed record TargetPlace(uint Resource, int Thing, int Level, int FirstLayer, int LastLayer);
