using VirglHost.CommandStream.Gallium;

namespace VirglHost.Inspection;

/// <summary>What one sub-context has bound, slot by slot; each slot knows how to tell itself.</summary>
internal sealed class BoundState
{
    /// <summary>Groups that do not belong to a stage.</summary>
    public const int CommonGroups = (int)StateGroup.SamplerViews;

    /// <summary>Groups that each stage has.</summary>
    public const int StageGroups = (int)StateGroup.Storage - CommonGroups + 1;

    /// <summary>All groups of all stages.</summary>
    public const int GroupCount = CommonGroups + 6 * StageGroups;

    private readonly SortedDictionary<int, Action<FieldWriter>>[] _groups = [.. Enumerable.Range(0, GroupCount).Select(_ => new SortedDictionary<int, Action<FieldWriter>>())];
    private readonly int[] _shaders = [-1, -1, -1, -1, -1, -1];
    private readonly int[] _interned = [.. Enumerable.Repeat(-1, GroupCount)];
    private readonly bool[] _isStale = new bool[GroupCount];

    /// <summary>Colour surfaces, by the numbers of their definitions; −1 for a hole.</summary>
    public int[] Colors { get; set; } = [];

    /// <summary>The depth and stencil surface; −1 for none.</summary>
    public int DepthStencil { get; set; } = -1;

    /// <summary>Whether the first viewport turns pictures upside down, as Mesa's does for windows, whose row 0 is the top.</summary>
    public bool IsTopDown { get; set; }

    /// <summary>The group's place among all.</summary>
    public static int IndexOf(StateGroup group, ShaderStage stage = 0) =>
        group < StateGroup.SamplerViews ? (int)group : CommonGroups + (int)stage * StageGroups + (int)group - CommonGroups;

    /// <summary>The shader bound to a stage; −1 for none.</summary>
    public int Shader(ShaderStage stage) => _shaders[(int)stage];

    /// <summary>Binds a shader.</summary>
    public void SetShader(ShaderStage stage, int number) => _shaders[(int)stage] = number;

    /// <summary>Fills a slot, or empties it with null.</summary>
    public void Set(int group, int slot, Action<FieldWriter>? tell)
    {
        _isStale[group] = true;
        if (tell is null)
            _groups[group].Remove(slot);
        else
            _groups[group][slot] = tell;
    }

    /// <summary>Empties the slots from <paramref name="first"/> on.</summary>
    public void ClearFrom(int group, int first)
    {
        _isStale[group] = true;
        foreach (int slot in _groups[group].Keys.Where(slot => slot >= first).ToArray())
            _groups[group].Remove(slot);
    }

    /// <summary>The numbers of all groups as they are now; equal contents have equal numbers, −1 is an empty group.</summary>
    public int[] Intern(GroupPool pool, FieldWriter writer)
    {
        for (int group = 0; group < GroupCount; group++)
        {
            if (!_isStale[group])
                continue;
            _isStale[group] = false;
            _interned[group] = -1;
            if (_groups[group].Count == 0)
                continue;
            writer.Begin(0, 0);
            foreach (Action<FieldWriter> tell in _groups[group].Values)
                tell(writer);
            _interned[group] = pool.NumberOf(writer.End());
        }

        return [.. _interned];
    }
}
