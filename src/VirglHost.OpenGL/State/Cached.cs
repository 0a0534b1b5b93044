namespace VirglHost.OpenGL;

/// <summary>A value of GL state as far as it is known.</summary>
internal struct Cached<T>
    where T : struct, IEquatable<T>
{
    internal bool IsKnown;
    internal T Value;

    internal static Cached<T> Of(T value) => new() { IsKnown = true, Value = value };

    /// <summary>Whether GL already has this value; if not, the caller emits it.</summary>
    internal readonly bool Holds(in T value) => IsKnown && Value.Equals(value);

    /// <summary>Remembers the value; false when GL already had it.</summary>
    internal bool Change(in T value)
    {
        if (IsKnown && Value.Equals(value)) return false;
        IsKnown = true;
        Value = value;
        return true;
    }
}
