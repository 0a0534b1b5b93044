using System.Collections.Immutable;

namespace VirglHost.Shaders;

/// <summary>
/// What GL cannot do itself, per sampler unit: result swizzles of shadow lookups (GL hands back one scalar) and of buffer textures (GL has no swizzle
/// there), wrap modes that core GL lacks, sample counts that the host lacks. Immutable with value equality; build it when views change, not per draw.
/// </summary>
public sealed class SamplerFixups : IEquatable<SamplerFixups>
{
    /// <summary>Sampler units per stage.</summary>
    public const int MaxSamplers = 32;

    private readonly ImmutableArray<SamplerFixup> _rows;

    // The last answer of Restrict: one set of views usually meets one shader, draw after draw.
    private uint _restrictedMask;
    private SamplerFixups? _restricted;

    private SamplerFixups(ImmutableArray<SamplerFixup> rows) => _rows = rows;

    /// <summary>Collects rows; identity rows are dropped. Null when nothing is left. Later rows of one unit win.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A unit is not 0 to 31.</exception>
    public static SamplerFixups? Create(ReadOnlySpan<SamplerFixup> rows)
    {
        var byUnit = new SamplerFixup?[MaxSamplers];
        foreach (SamplerFixup row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row.Sampler, (uint)MaxSamplers);
            byUnit[row.Sampler] = row.IsIdentity ? null : row;
        }

        ImmutableArray<SamplerFixup> kept = [.. byUnit.Where(row => row is not null).Select(row => row!.Value)];
        return kept.IsEmpty ? null : new SamplerFixups(kept);
    }

    /// <inheritdoc/>
    public bool Equals(SamplerFixups? other) => other is not null && (ReferenceEquals(this, other) || _rows.AsSpan().SequenceEqual(other._rows.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SamplerFixups);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (SamplerFixup row in _rows) hash.Add(row);
        return hash.ToHashCode();
    }

    internal bool TryGet(int sampler, out SamplerFixup fixup)
    {
        foreach (SamplerFixup row in _rows)
        {
            if (row.Sampler != sampler) continue;
            fixup = row;
            return true;
        }

        fixup = default;
        return false;
    }

    /// <summary>The rows of the units in <paramref name="mask"/>; this object where that is all of them. Asked again, it allocates nothing.</summary>
    internal SamplerFixups? Restrict(uint mask)
    {
        uint units = 0;
        foreach (SamplerFixup row in _rows) units |= 1u << row.Sampler;
        uint kept = units & mask;
        if (kept == units) return this;
        if (kept == 0) return null;
        if (_restrictedMask != kept)
        {
            _restricted = Pick(kept);
            _restrictedMask = kept;
        }

        return _restricted;
    }

    /// <summary>Apart from its caller, whose steady state must not pay for the closure.</summary>
    private SamplerFixups? Pick(uint mask) => Create([.. _rows.Where(row => (mask & (1u << row.Sampler)) != 0)]);
}
