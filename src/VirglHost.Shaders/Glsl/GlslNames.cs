using System.Globalization;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>The only place that names things: from identity alone, so equal input gives equal text and stages agree without talking.</summary>
internal static class GlslNames
{
    public static string Prefix(ShaderStage stage) => stage switch
    {
        ShaderStage.Vertex => "vs",
        ShaderStage.Fragment => "fs",
        ShaderStage.Geometry => "gs",
        ShaderStage.TessControl => "tc",
        ShaderStage.TessEvaluation => "te",
        _ => "cs",
    };

    public static string Of(ShaderStage stage, Variable variable) => variable.Storage switch
    {
        VariableStorage.Private => PrivateName(variable),
        VariableStorage.Attribute => Numbered("in_", variable.Index),
        VariableStorage.VaryingIn or VariableStorage.VaryingOut => Varying(variable),
        VariableStorage.CaptureOut => Numbered(Prefix(stage) + "_capture", variable.Index),
        VariableStorage.FragmentOut => Numbered("fs_color", variable.Index) + (variable.IsSecondSource ? "_second" : string.Empty),
        VariableStorage.Constants => Numbered(Prefix(stage) + "_const", variable.Index),
        VariableStorage.Sampler => Numbered(Prefix(stage) + "_sampler", variable.Index),
        VariableStorage.Image => Numbered(Prefix(stage) + "_image", variable.Index),
        VariableStorage.Storage => Numbered(Prefix(stage) + "_buffer", variable.Index),
        VariableStorage.Counter => Numbered(Numbered("counter", variable.Buffer) + "_", variable.Index),
        VariableStorage.Shared => "shared_words",
        _ => BuiltInName(variable.BuiltIn),
    };

    /// <summary>Name of the uniform or storage block that holds a variable.</summary>
    public static string Block(ShaderStage stage, Variable variable)
        => Numbered(Prefix(stage) + (variable.Storage == VariableStorage.Storage ? "_Buffer" : "_Constants"), variable.Index);

    private static string PrivateName(Variable variable)
    {
        string stem = variable.File switch
        {
            RegisterFile.Temporary => "temp",
            RegisterFile.Address => "addr",
            RegisterFile.Output => "out",
            RegisterFile.Input => "inputs",
            _ => "scratch",
        };
        return Numbered(variable.ArrayLength != 0 && stem != "inputs" ? stem + "s" : stem, variable.Index);
    }

    private static string Varying(Variable variable)
    {
        string stem = variable.Semantic switch
        {
            ShaderSemantic.Color => "color",
            ShaderSemantic.BackColor => "backcolor",
            ShaderSemantic.Fog => "fog",
            ShaderSemantic.ClipVertex => "clipvertex",
            ShaderSemantic.Texcoord => "texcoord",
            ShaderSemantic.Patch => "patch",
            ShaderSemantic.Normal => "normal",
            _ => "generic",
        };
        return Numbered($"{Prefix(variable.Producer)}_{stem}", variable.Index);
    }

    private static string BuiltInName(BuiltIn builtIn) => builtIn switch
    {
        BuiltIn.Position => "gl_Position",
        BuiltIn.PointSize => "gl_PointSize",
        BuiltIn.ClipDistance or BuiltIn.FragmentClipDistance => "gl_ClipDistance",
        BuiltIn.CullDistance or BuiltIn.FragmentCullDistance => "gl_CullDistance",
        BuiltIn.Layer or BuiltIn.FragmentLayer => "gl_Layer",
        BuiltIn.ViewportIndex or BuiltIn.FragmentViewportIndex => "gl_ViewportIndex",
        BuiltIn.PrimitiveId or BuiltIn.FragmentPrimitiveId => "gl_PrimitiveID",
        BuiltIn.PrimitiveIdIn => "gl_PrimitiveIDIn",
        BuiltIn.VertexId => "gl_VertexID",
        BuiltIn.InstanceId => "gl_InstanceID",
        BuiltIn.BaseVertex => "gl_BaseVertexARB",
        BuiltIn.BaseInstance => "gl_BaseInstanceARB",
        BuiltIn.DrawId => "gl_DrawIDARB",
        BuiltIn.InvocationId => "gl_InvocationID",
        BuiltIn.PatchVerticesIn => "gl_PatchVerticesIn",
        BuiltIn.TessCoord => "gl_TessCoord",
        BuiltIn.TessLevelOuter => "gl_TessLevelOuter",
        BuiltIn.TessLevelInner => "gl_TessLevelInner",
        BuiltIn.FragCoord => "gl_FragCoord",
        BuiltIn.FrontFacing => "gl_FrontFacing",
        BuiltIn.PointCoord => "gl_PointCoord",
        BuiltIn.SampleId => "gl_SampleID",
        BuiltIn.SamplePosition => "gl_SamplePosition",
        BuiltIn.SampleMaskIn => "gl_SampleMaskIn",
        BuiltIn.SampleMask => "gl_SampleMask",
        BuiltIn.HelperInvocation => "gl_HelperInvocation",
        BuiltIn.FragDepth => "gl_FragDepth",
        BuiltIn.FragStencilRef => "gl_FragStencilRefARB",
        BuiltIn.LocalInvocationId => "gl_LocalInvocationID",
        BuiltIn.WorkGroupId => "gl_WorkGroupID",
        BuiltIn.NumWorkGroups => "gl_NumWorkGroups",
        BuiltIn.SubgroupSize => "gl_SubGroupSizeARB",
        BuiltIn.SubgroupInvocation => "gl_SubGroupInvocationARB",
        BuiltIn.SubgroupEqMask => "gl_SubGroupEqMaskARB",
        BuiltIn.SubgroupGeMask => "gl_SubGroupGeMaskARB",
        BuiltIn.SubgroupGtMask => "gl_SubGroupGtMaskARB",
        BuiltIn.SubgroupLeMask => "gl_SubGroupLeMaskARB",
        BuiltIn.SubgroupLtMask => "gl_SubGroupLtMaskARB",
        _ => throw new System.Diagnostics.UnreachableException(builtIn.ToString()),
    };

    /// <summary>Members of the gl_in and gl_out arrays: array name and member.</summary>
    public static bool TryMember(BuiltIn builtIn, out string array, out string member)
    {
        (array, member) = builtIn switch
        {
            BuiltIn.PositionIn => ("gl_in", "gl_Position"),
            BuiltIn.PointSizeIn => ("gl_in", "gl_PointSize"),
            BuiltIn.ClipDistanceIn => ("gl_in", "gl_ClipDistance"),
            BuiltIn.CullDistanceIn => ("gl_in", "gl_CullDistance"),
            BuiltIn.TessPosition => ("gl_out", "gl_Position"),
            BuiltIn.TessPointSize => ("gl_out", "gl_PointSize"),
            BuiltIn.TessClipDistance => ("gl_out", "gl_ClipDistance"),
            BuiltIn.TessCullDistance => ("gl_out", "gl_CullDistance"),
            _ => (string.Empty, string.Empty),
        };
        return array.Length != 0;
    }

    private static string Numbered(string stem, int number) => stem + number.ToString(CultureInfo.InvariantCulture);
}
