namespace VirglHost.Rendering.Tests;

/// <summary>What may be wrong with the words of a command.</summary>
[Flags]
internal enum Wrong
{
    None = 0,

    /// <summary>An object or resource that is not there or of another kind.</summary>
    Handle = 1,

    /// <summary>A number that names nothing: an enumeration's, a slot's, a count's.</summary>
    Value = 2,

    /// <summary>A level, layer, box or range outside what it lies in.</summary>
    Range = 4,

    /// <summary>Numbers whose sum or product does not fit, or that never end.</summary>
    Product = 8,
}
