using VirglHost.CommandStream;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.Shaders;

namespace VirglHost.Rendering.State;

/// <summary>A DSA object in GL's words; the stencil references come from a command of their own. Immutable.</summary>
internal sealed class DepthStencilState : GuestObject
{
    private readonly GlStencilFace _front;
    private readonly GlStencilFace _back;

    /// <summary>Translates <paramref name="source"/>; every bit pattern is legal.</summary>
    public DepthStencilState(in DepthStencilAlphaObject source)
        : base(VirglObjectType.DepthStencilAlpha)
    {
        Depth = new GlDepth
        {
            TestEnabled = source.DepthEnabled,
            WriteEnabled = source.DepthEnabled && source.DepthWrite,
            Function = GalliumTable.Compare(source.DepthFunction),
        };
        IsStencilEnabled = source.Front.Enabled;
        IsTwoSided = source.Back.Enabled;
        _front = Face(source.Front);
        _back = Face(IsTwoSided ? source.Back : source.Front);
        AlphaFunction = source.AlphaEnabled ? AlphaTest(source.AlphaFunction) : AlphaTestFunction.Always;
        AlphaReference = source.AlphaReference;
    }

    /// <summary>The state of a context in which none is bound: no tests.</summary>
    public static DepthStencilState Default { get; } = new(default);

    /// <summary>Depth test and write.</summary>
    public GlDepth Depth { get; }

    /// <summary>Stencil test on.</summary>
    public bool IsStencilEnabled { get; }

    /// <summary>Back faces have a stencil state and a reference of their own.</summary>
    public bool IsTwoSided { get; }

    /// <summary>Alpha test, which the fragment shader does.</summary>
    public AlphaTestFunction AlphaFunction { get; }

    /// <summary>What the alpha test compares with.</summary>
    public float AlphaReference { get; }

    /// <summary>Stencil state with the references <paramref name="front"/> and <paramref name="back"/>.</summary>
    public GlStencil Stencil(int front, int back) => new()
    {
        Enabled = IsStencilEnabled,
        Front = _front with { Reference = front },
        Back = _back with { Reference = IsTwoSided ? back : front },
    };

    private static GlStencilFace Face(StencilSide side) => new()
    {
        Function = GalliumTable.Compare(side.Function),
        ReadMask = side.ValueMask,
        WriteMask = side.WriteMask,
        StencilFail = GalliumTable.Stencil(side.FailOperation),
        DepthFail = GalliumTable.Stencil(side.DepthFailOperation),
        DepthPass = GalliumTable.Stencil(side.DepthPassOperation),
    };

    private static AlphaTestFunction AlphaTest(CommandStream.Gallium.CompareFunction function) => function switch
    {
        CommandStream.Gallium.CompareFunction.Never => AlphaTestFunction.Never,
        CommandStream.Gallium.CompareFunction.Less => AlphaTestFunction.Less,
        CommandStream.Gallium.CompareFunction.Equal => AlphaTestFunction.Equal,
        CommandStream.Gallium.CompareFunction.LEqual => AlphaTestFunction.LessOrEqual,
        CommandStream.Gallium.CompareFunction.Greater => AlphaTestFunction.Greater,
        CommandStream.Gallium.CompareFunction.NotEqual => AlphaTestFunction.NotEqual,
        CommandStream.Gallium.CompareFunction.GEqual => AlphaTestFunction.GreaterOrEqual,
        _ => AlphaTestFunction.Always,
    };
}
