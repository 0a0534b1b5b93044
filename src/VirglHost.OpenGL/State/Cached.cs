namespace VirglHost.OpenGL;

/// <summary>A value of GL state as far as it is known.</summary>
internal struct Cached<T>
    where T : struct, IEquatable<T>
{
    internal bool IsKnown;
    internal T Value;

    internal static Cached<T> Of(T value) => new() { IsKnown = true, Value = value };

    /// <summary>Says of each element that it has this value.</summary>
    // Not Array.Fill: that is the framework's code, which would be compiled at start for each type of state.
    internal static void Fill(Cached<T>[] elements, T value)
    {
        for (int i = 0; i < elements.Length; i++) elements[i] = Of(value);
    }

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
