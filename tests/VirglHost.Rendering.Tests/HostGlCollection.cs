namespace VirglHost.Rendering.Tests;

/// <summary>Tests that draw with the host's GL run one after the other.</summary>
[CollectionDefinition("Host GL", DisableParallelization = true)]
public sealed class HostGlCollection;
