using System.Collections.Immutable;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>What a module needs around its statements, known before the first line is printed.</summary>
internal sealed class GlslRequirements
{
    private GlslRequirements(ImmutableArray<Operation> helpers, bool hasReturn, bool hasStreams)
    {
        Helpers = helpers;
        HasReturn = hasReturn;
        HasStreams = hasStreams;
    }

    /// <summary>Operations that the text defines functions for.</summary>
    public ImmutableArray<Operation> Helpers { get; }

    /// <summary>The body returns early, so it must be a function of its own for the epilogue to run.</summary>
    public bool HasReturn { get; }

    /// <summary>Some vertex goes to a stream other than 0.</summary>
    public bool HasStreams { get; }

    public static GlslRequirements Of(ShaderModule module, bool[] isLive)
    {
        var helpers = new SortedSet<Operation>();
        for (int i = 0; i < isLive.Length; i++)
        {
            Expression expression = module.Expressions[i];
            if (isLive[i] && expression.Kind == ExpressionKind.Apply && GlslOperationTable.Helpers.ContainsKey(expression.Operation))
                helpers.Add(expression.Operation);
        }

        return new GlslRequirements(
            [.. helpers], Contains(module.Body, statement => statement is ReturnStatement),
            module.Variables.Exists(variable => variable.Stream > 0)
                || Contains(module.Body, statement => statement is EmitVertexStatement { Stream: > 0 } or EndPrimitiveStatement { Stream: > 0 }));
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
