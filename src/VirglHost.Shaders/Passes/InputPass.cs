using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>
/// Settles what inputs mean under the key: attribute kinds, missing varyings, point sprites, two-sided and flat colours, the producer's
/// name prefix, clip distances of the producer, fetched framebuffer colours, and the origin of gl_FragCoord.
/// </summary>
internal sealed class InputPass : IrRewriter
{
    private readonly ShaderInfo _info;
    private readonly ShaderKey _key;
    private readonly Dictionary<int, VariableId> _backColors = [];

    private InputPass(ShaderModule module, ShaderInfo info, in ShaderKey key)
        : base(module)
    {
        _info = info;
        _key = key;
    }

    public static void Run(ShaderModule module, ShaderInfo info, in ShaderKey key)
    {
        var pass = new InputPass(module, info, key);
        pass.DeclareVariables();
        pass.Run();
        module.Layout = module.Layout with
        {
            FragCoordUpperLeftOrigin = module.Layout.FragCoordLowerLeft != key.InvertFragCoordY,
            ClipDistancesIn = key.Previous.ClipDistanceCount,
            CullDistancesIn = key.Previous.CullDistanceCount,
        };
    }

    protected override ExpressionId RewriteLoad(VariableId variable, ExpressionId element, ExpressionId second)
    {
        Variable input = Module[variable];
        switch (input.Storage)
        {
            case VariableStorage.Attribute:
                return Builder.Bitcast(Builder.Load(variable), ScalarKind.Float);
            case VariableStorage.VaryingIn:
                return LoadVarying(variable, input, element);
            case VariableStorage.FragmentOut:
                return FetchColor(variable, input.Index);
            case VariableStorage.BuiltIn when input.BuiltIn is BuiltIn.FragmentClipDistance or BuiltIn.ClipDistanceIn:
                return LoadDistance(variable, input, element, second);
            default:
                return Builder.Load(variable, element, second);
        }
    }

    private void DeclareVariables()
    {
        for (int i = 0; i < Module.Variables.Count; i++)
        {
            Variable variable = Module.Variables[i];
            if (variable.Storage == VariableStorage.Attribute)
                Module.Variables[i] = variable with { Type = variable.Type.WithKind(AttributeKind(variable.Index)) };
            if (variable.Storage == VariableStorage.FragmentOut)
                Module.Variables[i] = variable with { IsReadable = true, Type = variable.Type.WithKind(FragmentOutputPass.KindOf(_key.GetColorBuffer(variable.Index))) };
            if (variable.Storage == VariableStorage.VaryingIn)
                Module.Variables[i] = variable with { Producer = _key.Previous.Producer, Interpolation = Resolve(variable.Interpolation) };
        }
    }

    private ScalarKind AttributeKind(int slot)
    {
        if ((_key.IntegerAttributes & (1u << slot)) != 0) return ScalarKind.Int;
        return (_key.UnsignedAttributes & (1u << slot)) != 0 ? ScalarKind.UInt : ScalarKind.Float;
    }

    /// <summary>What lies in the framebuffer, as the guest's format would hand it back.</summary>
    private ExpressionId FetchColor(VariableId variable, int location)
    {
        ExpressionId color = Builder.Load(variable);
        if (FragmentOutputPass.IsAlphaInRed(_key.GetColorBuffer(location)))
        {
            ExpressionId zero = Builder.Literal(Builder.TypeOf(color).Kind, [0]);
            color = Builder.Construct(zero, zero, zero, Builder.Lane(color, 0));
        }

        return Builder.Bitcast(color, ScalarKind.Float);
    }

    private InterpolationMode Resolve(InterpolationMode declared) => declared switch
    {
        InterpolationMode.Color => _key.FlatShade ? InterpolationMode.Flat : InterpolationMode.Perspective,
        _ => declared,
    };

    private ExpressionId LoadVarying(VariableId variable, Variable input, ExpressionId element)
    {
        if (IsPointCoordinate(input)) return PointCoordinate();
        ExpressionId value = IsMissing(input) ? DefaultOf(input) : LoadAtPlace(variable, input, element);
        bool hasBack = input.Semantic == ShaderSemantic.Color && Module.Stage == ShaderStage.Fragment && _key.TwoSidedColor
            && (_key.Previous.BackColorMask & (1 << input.Index)) != 0;
        if (!hasBack) return value;
        ExpressionId isFront = Builder.Load(Module.Require(BuiltIn.FrontFacing, IrType.Bool));
        return Builder.Select(Builder.Splat(isFront, 4), value, LoadAtPlace(BackColor(variable, input), input, ExpressionId.None));
    }

    /// <summary>The interpolated value; an input per sample is interpolated at this invocation's sample, which makes the shader run per sample.</summary>
    private ExpressionId LoadAtPlace(VariableId variable, Variable input, ExpressionId element)
    {
        ExpressionId value = Builder.Load(variable, element);
        if (Module.Stage != ShaderStage.Fragment || input.Location != InterpolationLocation.Sample || input.Interpolation == InterpolationMode.Flat) return value;
        ExpressionId sample = Builder.Load(Module.Require(BuiltIn.SampleId, IrType.Int));
        return Builder.Apply(Operation.InterpolateSample, Builder.TypeOf(value), value, sample);
    }

    private bool IsPointCoordinate(Variable input)
    {
        if (Module.Stage != ShaderStage.Fragment || input.Index >= 32) return false;
        uint mask = input.Semantic switch
        {
            ShaderSemantic.Texcoord => _key.PointSpriteTexcoords,
            ShaderSemantic.Generic => _key.PointSpriteGenerics,
            _ => 0,
        };
        return (mask & (1u << input.Index)) != 0;
    }

    private ExpressionId PointCoordinate()
    {
        ExpressionId coordinate = Builder.Load(Module.Require(BuiltIn.PointCoord, new IrType(ScalarKind.Float, 2)));
        return Builder.Construct(Builder.Lane(coordinate, 0), Builder.Lane(coordinate, 1), Builder.Float(0), Builder.Float(1));
    }

    private bool IsMissing(Variable input)
    {
        int index = ShaderInfo.Find(_info.Inputs, input.Semantic, input.Index);
        return index >= 0 && (_key.Previous.MissingInputs & (1ul << index)) != 0;
    }

    private ExpressionId DefaultOf(Variable input)
    {
        uint w = input.Semantic == ShaderSemantic.Fog ? BitConverter.SingleToUInt32Bits(1) : 0;
        return Builder.Literal(ScalarKind.Float, [0, 0, 0, w]);
    }

    private VariableId BackColor(VariableId front, Variable input)
    {
        if (_backColors.TryGetValue(input.Index, out VariableId known)) return known;
        VariableId back = Module.Add(Module[front] with { Semantic = ShaderSemantic.BackColor });
        _backColors.Add(input.Index, back);
        return back;
    }

    /// <summary>The producer's clip distances come first, then its cull distances; what it does not write reads zero.</summary>
    private ExpressionId LoadDistance(VariableId variable, Variable input, ExpressionId element, ExpressionId second)
    {
        bool isFragment = input.BuiltIn == BuiltIn.FragmentClipDistance;
        int number = (int)Builder[isFragment ? element : second].LiteralBits(0);
        int clips = _key.Previous.ClipDistanceCount;
        if (number >= clips + _key.Previous.CullDistanceCount) return Builder.Float(0);
        VariableId source = variable;
        if (number >= clips)
        {
            BuiltIn cull = isFragment ? BuiltIn.FragmentCullDistance : BuiltIn.CullDistanceIn;
            source = Module.Require(cull, IrType.Float, isFragment ? 8 : Variable.Unsized);
            number -= clips;
        }

        ExpressionId index = Builder.Int(number);
        return isFragment ? Builder.Load(source, index) : Builder.Load(source, element, index);
    }
}
