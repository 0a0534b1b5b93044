using System.Collections.Immutable;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>What a module needs beyond plain GLSL 4.50, known before the first line is printed.</summary>
internal sealed class GlslRequirements
{
    private GlslRequirements(ImmutableArray<string> extensions, bool hasReturn, bool hasStreams, bool hasMultiplyHigh)
    {
        Extensions = extensions;
        HasReturn = hasReturn;
        HasStreams = hasStreams;
        HasMultiplyHigh = hasMultiplyHigh;
    }

    public ImmutableArray<string> Extensions { get; }

    /// <summary>The body returns early, so it must be a function of its own for the epilogue to run.</summary>
    public bool HasReturn { get; }

    /// <summary>Some vertex goes to a stream other than 0.</summary>
    public bool HasStreams { get; }

    public bool HasMultiplyHigh { get; }

    public static GlslRequirements Of(ShaderModule module, bool[] isLive, bool[] isUsed)
    {
        var extensions = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < module.Variables.Count; i++)
        {
            if (isUsed[i]) AddVariable(extensions, module.Stage, module.Variables[i]);
        }

        bool hasMultiplyHigh = false;
        for (int i = 0; i < isLive.Length; i++)
        {
            Expression expression = module.Expressions[i];
            if (!isLive[i]) continue;
            hasMultiplyHigh |= expression is { Kind: ExpressionKind.Apply, Operation: Operation.MultiplyHigh };
            if (expression.Kind == ExpressionKind.Call && NeedsShadowLod(module, module.Calls[expression.Payload])) extensions.Add("GL_EXT_texture_shadow_lod");
        }

        return new GlslRequirements(
            [.. extensions], Contains(module.Body, statement => statement is ReturnStatement),
            module.Variables.Exists(variable => variable.Stream > 0)
                || Contains(module.Body, statement => statement is EmitVertexStatement { Stream: > 0 } or EndPrimitiveStatement { Stream: > 0 }),
            hasMultiplyHigh);
    }

    private static void AddVariable(SortedSet<string> extensions, ShaderStage stage, Variable variable)
    {
        switch (variable.BuiltIn)
        {
            case BuiltIn.BaseVertex or BuiltIn.BaseInstance or BuiltIn.DrawId:
                extensions.Add("GL_ARB_shader_draw_parameters");
                break;
            case BuiltIn.FragStencilRef:
                extensions.Add("GL_ARB_shader_stencil_export");
                break;
            case BuiltIn.Layer or BuiltIn.ViewportIndex when stage != ShaderStage.Geometry:
                extensions.Add("GL_ARB_shader_viewport_layer_array");
                break;
        }
    }

    /// <summary>Levels and biases of shadow cube and array lookups came after GLSL 4.50.</summary>
    private static bool NeedsShadowLod(ShaderModule module, ResourceCall call)
    {
        TextureTarget target = module[call.Resource].Target;
        bool isLevel = call.Function is ResourceFunction.TextureLod or ResourceFunction.TextureLodOffset;
        bool isOffset = call.Function == ResourceFunction.TextureOffset && target == TextureTarget.Shadow2DArray;
        bool isBias = call.Function == ResourceFunction.Texture && call.Arguments.Length > 1 && target == TextureTarget.Shadow2DArray;
        return isOffset || isBias || (isLevel && target is TextureTarget.Shadow2DArray or TextureTarget.ShadowCube or TextureTarget.ShadowCubeArray);
    }

    private static bool Contains(Block block, Func<Statement, bool> isWanted)
    {
        foreach (Statement statement in block.Statements)
        {
            bool isFound = isWanted(statement) || statement switch
            {
                IfStatement branch => Contains(branch.Then, isWanted) || Contains(branch.Else, isWanted),
                LoopStatement loop => Contains(loop.Body, isWanted),
                SwitchStatement choice => choice.Cases.Any(arm => Contains(arm.Body, isWanted)),
                _ => false,
            };
            if (isFound) return true;
        }

        return false;
    }
}
