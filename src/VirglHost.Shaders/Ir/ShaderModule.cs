namespace VirglHost.Shaders.Ir;

/// <summary>One shader in the language of Ir/README.md. Passes change their own copy (<see cref="Clone"/>).</summary>
internal sealed class ShaderModule(ShaderStage stage, GlslHostFeatures host = GlslHostFeatures.None)
{
    private int _scratchCount;
    private Dictionary<BuiltIn, VariableId> _builtIns = [];

    public ShaderStage Stage { get; } = stage;

    /// <summary>What the host's compiler has beyond GLSL 4.50.</summary>
    public GlslHostFeatures Host { get; } = host;

    /// <summary>Which of it this shader needs.</summary>
    public GlslHostFeatures Features { get; set; }

    public List<Expression> Expressions { get; private set; } = [];

    public List<ResourceCall> Calls { get; private set; } = [];

    public List<Variable> Variables { get; private init; } = [];

    /// <summary>OUT registers, in the order of their declaration.</summary>
    public List<OutputRegister> Outputs { get; private init; } = [];

    /// <summary>Runs first.</summary>
    public Block Prologue { get; set; } = new();

    /// <summary>The guest's own statements.</summary>
    public Block Body { get; set; } = new();

    /// <summary>Runs after the body, returns included; in geometry shaders before each emitted vertex instead.</summary>
    public Block Epilogue { get; set; } = new();

    public ShaderLayout Layout { get; set; } = new();

    public ShaderModule Clone() => new(Stage, Host)
    {
        Features = Features,
        Expressions = [.. Expressions],
        Calls = [.. Calls],
        Variables = [.. Variables],
        Outputs = [.. Outputs],
        Prologue = CopyOf(Prologue),
        Body = Body,
        Epilogue = CopyOf(Epilogue),
        Layout = Layout,
        _scratchCount = _scratchCount,
        _builtIns = new Dictionary<BuiltIn, VariableId>(_builtIns),
    };

    /// <summary>Begins new, empty arenas; the old ones are whole for whoever took them before.</summary>
    public void StartOver()
    {
        Expressions = new List<Expression>(Expressions.Count);
        Calls = new List<ResourceCall>(Calls.Count);
    }

    public Expression this[ExpressionId id] => Expressions[id.Index];

    public Variable this[VariableId id] => Variables[id.Index];

    public VariableId Add(Variable variable)
    {
        Variables.Add(variable);
        return new VariableId(Variables.Count - 1);
    }

    /// <summary>A private variable that stands for no register.</summary>
    public VariableId AddScratch(IrType type)
        => Add(new Variable { Storage = VariableStorage.Private, Type = type, Index = _scratchCount++ });


    /// <summary>The built-in's variable, added on first use.</summary>
    public VariableId Require(BuiltIn builtIn, IrType type, int arrayLength = 0)
    {
        if (_builtIns.TryGetValue(builtIn, out VariableId known)) return known;
        VariableId added = Add(new Variable
        {
            Storage = builtIn >= BuiltIn.StateClipPlanes ? VariableStorage.State : VariableStorage.BuiltIn,
            Type = type,
            BuiltIn = builtIn,
            ArrayLength = arrayLength,
        });
        _builtIns.Add(builtIn, added);
        return added;
    }

    /// <summary>The fragment output at a location, added on first use as four floats.</summary>
    public VariableId RequireFragmentOutput(int location, bool isSecondSource = false)
    {
        int known = Variables.FindIndex(variable => variable.Storage == VariableStorage.FragmentOut
            && variable.Index == location && variable.IsSecondSource == isSecondSource);
        if (known >= 0) return new VariableId(known);
        return Add(new Variable
        {
            Storage = VariableStorage.FragmentOut, Type = new IrType(ScalarKind.Float, 4), Index = location, IsSecondSource = isSecondSource,
        });
    }

    private static Block CopyOf(Block block)
    {
        var copy = new Block();
        copy.Statements.AddRange(block.Statements);
        return copy;
    }
}
