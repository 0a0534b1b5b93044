namespace VirglHost.OpenGL;

/// <summary>
/// What one GL context has bound and set, and the only caller of state-setting GL. Each <c>Set…</c> compares with the remembered
/// value and emits the difference only. Call it with its context current, on the context's thread.
/// </summary>
public sealed partial class GlState
{
    private const int MaxScopeDepth = 8;

    private readonly GL _gl;
    private readonly GlStateValues _now;
    private readonly GlStateValues?[] _saved = new GlStateValues?[MaxScopeDepth];
    private readonly bool _clampsOffset;
    private readonly bool _clampsOffsetByCoreName;
    private readonly int _clipDistanceCount;
    private int _depth;

    internal GlState(GlShareGroup group)
    {
        Group = group;
        _gl = group.Gl;
        _now = new GlStateValues(group.Limits);
        _now.SetInitial();
        _clampsOffset = group.Features.Has(GlFeature.PolygonOffsetClamp);
        _clampsOffsetByCoreName = group.Features.IsAtLeast(4, 6) || group.Features.HasExtension("GL_ARB_polygon_offset_clamp");
        _clipDistanceCount = group.Limits.MaxClipDistances;
    }

    /// <summary>Entry points.</summary>
    public GL Gl => _gl;

    /// <summary>The group of contexts that share objects with this one.</summary>
    public GlShareGroup Group { get; }

    /// <summary>
    /// Opens a scope for internal work: what is set inside is set back when the scope is disposed. Scopes nest up to 8 deep and are
    /// disposed in reverse order.
    /// </summary>
    public Scope Enter()
    {
        if (_depth == MaxScopeDepth) throw new InvalidOperationException("GlState scopes nest too deep.");
        GlStateValues saved = _saved[_depth] ??= new GlStateValues(Group.Limits);
        saved.CopyFrom(_now);
        _depth++;
        return new Scope(this, _depth);
    }

    /// <summary>Forgets everything, so that the next <c>Set…</c> of each value is emitted.</summary>
    public void InvalidateAll() => _now.ForgetAll();

    private void Leave(int depth)
    {
        if (depth != _depth) throw new InvalidOperationException("GlState scopes are disposed in reverse order, each once.");
        _depth--;
        Restore(_saved[_depth]!);
    }

    private void Restore(GlStateValues to)
    {
        RestoreBindings(to);
        RestoreFragments(to);
        RestoreRasterizer(to);
    }

    private void Toggle(GLEnum capability, bool on)
    {
        if (on) _gl.Enable(capability);
        else _gl.Disable(capability);
    }

    private void Toggle(GLEnum capability, uint index, bool on)
    {
        if (on) _gl.Enablei(capability, index);
        else _gl.Disablei(capability, index);
    }

    private void SetSwitch(ref Cached<bool> cached, GLEnum capability, bool on)
    {
        if (cached.Change(on)) Toggle(capability, on);
    }

    /// <summary>An open scope; disposing it sets the saved values back.</summary>
    public readonly ref struct Scope
    {
        private readonly GlState _state;
        private readonly int _depth;

        internal Scope(GlState state, int depth)
        {
            _state = state;
            _depth = depth;
        }

        /// <summary>Sets the saved values back.</summary>
        public void Dispose() => _state.Leave(_depth);
    }
}
