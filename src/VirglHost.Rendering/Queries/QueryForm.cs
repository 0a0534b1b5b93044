namespace VirglHost.Rendering.Queries;

/// <summary>What a query's result is made of.</summary>
internal enum QueryForm
{
    /// <summary>What the GL queries counted, or the time that they recorded.</summary>
    Measured,

    /// <summary>The time between two stamps.</summary>
    Difference,

    /// <summary>One, as soon as the work before the end is done.</summary>
    Reached,

    /// <summary>Ticks of the clock per second; that a guest's clock is never interrupted needs no measuring.</summary>
    Frequency,
}
