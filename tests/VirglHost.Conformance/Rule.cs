namespace VirglHost.Conformance;

/// <summary>One statement of a specification, and how it is put to the test.</summary>
/// <param name="Name">Short, unique.</param>
/// <param name="Statement">What the specification asks for, in own words.</param>
/// <param name="Test">Throws where the back-end does otherwise.</param>
internal sealed record Rule(string Name, string Statement, Action<Probe> Test);
