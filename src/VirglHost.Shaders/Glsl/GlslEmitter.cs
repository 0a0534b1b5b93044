using System.Collections.Immutable;
using System.Text;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>Prints a finished module. Decides nothing: what the text says was settled by lowering and passes.</summary>
internal static class GlslEmitter
{
    public const string FinishVertexFunction = "finish_vertex";
    private const string BodyFunction = "body";

    /// <summary>What most shaders need; more is only slower.</summary>
    private const int CharactersPerExpression = 12;

    public static GlslShader Emit(ShaderModule module)
    {
        var liveness = new IrLiveness(module);
        bool[] isLive = liveness.Mark();
        GlslRequirements requirements = GlslRequirements.Of(module, isLive);
        var text = new StringBuilder(512 + (module.Expressions.Count * CharactersPerExpression));
        var declarations = new GlslDeclarationWriter(module, text, liveness.UsedVariables);
        text.Append("#version 450 core\n");
        foreach ((GlslHostFeatures feature, string extension) in GlslFeatureTable.Rows)
        {
            if ((module.Features & feature) != 0) text.Append($"#extension {extension} : require\n");
        }

        ImmutableArray<GlslBinding> bindings = declarations.Write();
        foreach (Operation helper in requirements.Helpers) text.Append('\n').Append(GlslOperationTable.Helpers[helper]);
        WriteFunctions(module, text, requirements);
        return new GlslShader(text.ToString(), bindings);
    }

    private static void WriteFunctions(ShaderModule module, StringBuilder text, GlslRequirements requirements)
    {
        var statements = new GlslStatementWriter(module, text, requirements.HasStreams);
        bool isGeometry = module.Stage == ShaderStage.Geometry;
        if (isGeometry)
        {
            text.Append($"\nvoid {FinishVertexFunction}()\n{{\n");
            statements.Write(module.Epilogue, 1);
            text.Append("}\n");
        }

        if (requirements.HasReturn)
        {
            text.Append($"\nvoid {BodyFunction}()\n{{\n");
            statements.Write(module.Body, 1);
            text.Append("}\n");
        }

        text.Append("\nvoid main()\n{\n");
        statements.Write(module.Prologue, 1);
        if (requirements.HasReturn) text.Append($"    {BodyFunction}();\n");
        else statements.Write(module.Body, 1);
        if (!isGeometry) statements.Write(module.Epilogue, 1);
        text.Append("}\n");
    }
}
