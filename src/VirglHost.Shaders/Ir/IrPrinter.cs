using System.Globalization;
using System.Text;

namespace VirglHost.Shaders.Ir;

/// <summary>Prints a module for people and for goldens: one line per variable and statement, expressions in prefix form.</summary>
internal sealed class IrPrinter
{
    private readonly ShaderModule _module;
    private readonly StringBuilder _text = new();

    private IrPrinter(ShaderModule module) => _module = module;

    public static string Print(ShaderModule module)
    {
        var printer = new IrPrinter(module);
        printer.PrintModule();
        return printer._text.ToString();
    }

    private void PrintModule()
    {
        _text.Append(CultureInfo.InvariantCulture, $"shader {_module.Stage}\n");
        bool[] isUsed = Used();
        for (int i = 0; i < _module.Variables.Count; i++)
        {
            if (isUsed[i]) PrintVariable(i, _module.Variables[i]);
        }

        foreach (OutputRegister output in _module.Outputs)
        {
            string where = output.Variable.IsNone ? "direct" : $"v{output.Variable.Index}{(output.Element < 0 ? string.Empty : $"[{output.Element}]")}";
            _text.Append(CultureInfo.InvariantCulture, $"output {output.Register} = {where} as {output.Semantic} {output.Index} mask {output.Mask}\n");
        }

        PrintNamed("prologue", _module.Prologue);
        PrintNamed("body", _module.Body);
        PrintNamed("epilogue", _module.Epilogue);
    }

    private bool[] Used()
    {
        var liveness = new IrLiveness(_module);
        _ = liveness.Mark();
        return liveness.UsedVariables;
    }

    private void PrintVariable(int index, Variable variable)
    {
        string what = variable.Storage switch
        {
            VariableStorage.BuiltIn or VariableStorage.State => variable.BuiltIn.ToString(),
            VariableStorage.Private => $"{variable.File} {variable.Index}",
            VariableStorage.VaryingIn or VariableStorage.VaryingOut => $"{variable.Semantic} {variable.Index}",
            _ => variable.Index.ToString(CultureInfo.InvariantCulture),
        };
        string length = variable.ArrayLength switch { 0 => string.Empty, Variable.Unsized => "[]", int n => $"[{n}]" };
        string flags = (variable.IsPrecise ? " precise" : string.Empty) + (variable.IsInvariant ? " invariant" : string.Empty);
        _text.Append(CultureInfo.InvariantCulture, $"variable v{index} {variable.Storage} {what}: {variable.Type}{length}{flags}\n");
    }

    private void PrintNamed(string name, Block block)
    {
        if (block.IsEmpty) return;
        _text.Append(name).Append('\n');
        PrintBlock(block, 1);
    }

    private void PrintBlock(Block block, int depth)
    {
        foreach (Statement statement in block.Statements) PrintStatement(statement, depth);
    }

    private void PrintStatement(Statement statement, int depth)
    {
        string line = statement switch
        {
            StoreStatement store => $"store v{store.Variable.Index}{Index(store.Element)}{Index(store.Second)} mask {store.Mask} = {Of(store.Value)}",
            IfStatement branch => $"if {Of(branch.Condition)}",
            LoopStatement => "loop",
            SwitchStatement choice => $"switch {Of(choice.Selector)}",
            EmitVertexStatement emit => $"emit-vertex {emit.Stream}",
            EndPrimitiveStatement end => $"end-primitive {end.Stream}",
            MemoryBarrierStatement barrier => $"memory-barrier {barrier.Kinds}",
            ImageStoreStatement store => $"image-store v{store.Image.Index}{Index(store.Element)} {Of(store.Coordinate)}{Rest(store.Sample)} = {Of(store.Value)}",
            AtomicStatement atomic => $"v{atomic.Result.Index} = atomic {atomic.Operation} v{atomic.Resource.Index}{Index(atomic.Element)}"
                + $"{Rest(atomic.Address)}{Rest(atomic.Sample)}{Rest(atomic.Operand)}{Rest(atomic.Replacement)}",
            _ => statement.GetType().Name.Replace("Statement", string.Empty, StringComparison.Ordinal).ToLowerInvariant(),
        };
        Line(depth, line);
        switch (statement)
        {
            case IfStatement branch:
                PrintBlock(branch.Then, depth + 1);
                if (!branch.Else.IsEmpty) Line(depth, "else");
                PrintBlock(branch.Else, depth + 1);
                break;
            case LoopStatement loop:
                PrintBlock(loop.Body, depth + 1);
                break;
            case SwitchStatement choice:
                foreach (SwitchCase arm in choice.Cases)
                {
                    Line(depth, arm.IsDefault ? "default" : $"case {string.Join(" ", arm.Labels)}");
                    PrintBlock(arm.Body, depth + 1);
                }

                break;
        }
    }

    private void Line(int depth, string line) => _text.Append(' ', depth * 2).Append(line).Append('\n');

    private string Rest(ExpressionId id) => id.IsNone ? string.Empty : " " + Of(id);

    private string Index(ExpressionId id) => id.IsNone ? string.Empty : $"[{Of(id)}]";

    private string Of(ExpressionId id)
    {
        Expression expression = _module[id];
        switch (expression.Kind)
        {
            case ExpressionKind.Literal:
                return LiteralOf(expression);
            case ExpressionKind.Load:
                return $"v{expression.Payload}{Index(expression.A)}{Index(expression.B)}";
            case ExpressionKind.Swizzle:
                var lanes = new char[expression.Type.Lanes];
                for (int i = 0; i < lanes.Length; i++) lanes[i] = "xyzw"[expression.SwizzleLane(i)];
                return $"{Of(expression.A)}.{new string(lanes)}";
            case ExpressionKind.Call:
                ResourceCall call = _module.Calls[expression.Payload];
                return $"({call.Function}:{expression.Type} v{call.Resource.Index}{Index(call.Element)}{string.Concat(call.Arguments.Select(Rest))})";
            default:
                string name = expression.Kind == ExpressionKind.Apply ? expression.Operation.ToString() : expression.Kind.ToString();
                return $"({name}:{expression.Type}{Rest(expression.A)}{Rest(expression.B)}{Rest(expression.C)}{Rest(expression.D)})";
        }
    }

    private static string LiteralOf(in Expression literal)
    {
        var bits = new string[literal.Type.Lanes];
        for (int i = 0; i < bits.Length; i++) bits[i] = literal.LiteralBits(i).ToString("x", CultureInfo.InvariantCulture);
        return $"{literal.Type}:{string.Join(",", bits)}";
    }
}
