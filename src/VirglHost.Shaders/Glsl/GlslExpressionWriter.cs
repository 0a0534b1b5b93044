using System.Globalization;
using System.Text;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>Prints expressions. Operators are always parenthesised, so no precedence is needed. Depth is that of one TGSI instruction.</summary>
internal sealed class GlslExpressionWriter(ShaderModule module, StringBuilder text)
{
    private const string LaneLetters = "xyzw";

    public void Write(ExpressionId id)
    {
        Expression expression = module[id];
        switch (expression.Kind)
        {
            case ExpressionKind.Literal: WriteLiteral(expression); break;
            case ExpressionKind.Load: WriteVariable(module[expression.Variable], expression.A, expression.B); break;
            case ExpressionKind.Swizzle: WriteSwizzle(expression); break;
            case ExpressionKind.Construct: WriteFunction(GlslTypes.Of(expression.Type), expression); break;
            case ExpressionKind.Bitcast: WriteBitcast(expression); break;
            case ExpressionKind.Apply: WriteApply(expression); break;
            default: WriteCall(expression); break;
        }
    }

    /// <summary>A variable or an element of it, as a value or as the target of a store.</summary>
    public void WriteVariable(Variable variable, ExpressionId element, ExpressionId second)
    {
        if (GlslNames.TryMember(variable.BuiltIn, out string array, out string member))
        {
            text.Append(array);
            WriteIndex(element);
            text.Append('.').Append(member);
            if (!second.IsNone) WriteIndex(second);
            return;
        }

        if (variable.Storage == VariableStorage.State)
        {
            WriteState(variable.BuiltIn, element);
            return;
        }

        text.Append(GlslNames.Of(module.Stage, variable));
        switch (variable.Storage)
        {
            case VariableStorage.Constants when variable.BlockCount > 0:
                WriteIndex(second);
                text.Append(".vectors");
                break;
            case VariableStorage.Storage:
                if (variable.BlockCount > 0) WriteIndex(second);
                text.Append(".words");
                break;
        }

        if (!element.IsNone) WriteIndex(element);
    }

    /// <summary>A sampler or image, with its element where it is arrayed.</summary>
    public void WriteResource(VariableId resource, ExpressionId element)
    {
        text.Append(GlslNames.Of(module.Stage, module[resource]));
        if (!element.IsNone) WriteIndex(element);
    }

    /// <summary>Lane letters of a store; nothing when all lanes are written.</summary>
    public void WriteMask(int mask, int lanes)
    {
        if (lanes == 1 || mask == (1 << lanes) - 1) return;
        text.Append('.');
        for (int lane = 0; lane < lanes; lane++)
        {
            if ((mask & (1 << lane)) != 0) text.Append(LaneLetters[lane]);
        }
    }

    private void WriteIndex(ExpressionId index)
    {
        text.Append('[');
        Write(index);
        text.Append(']');
    }

    /// <summary>A piece of the state array: a lane, a vector, one of several vectors, or a word of the vectors that hold the stipple rows.</summary>
    private void WriteState(BuiltIn builtIn, ExpressionId element)
    {
        GlslStatePlace place = GlslStateTable.PlaceOf(builtIn);
        if (place.Cast.Length != 0) text.Append(place.Cast).Append('(');
        text.Append(StateUniformLayout.Name).Append('[').Append(element.IsNone ? GlslNumbers.Int((uint)place.Vector) : GlslNumbers.UInt((uint)place.Vector));
        if (builtIn == BuiltIn.StateStipple)
        {
            text.Append(" + (");
            Write(element);
            text.Append(" >> 2)][");
            Write(element);
            text.Append(" & 3u");
        }
        else if (!element.IsNone)
        {
            text.Append(" + ");
            Write(element);
        }

        text.Append(']').Append(place.Lane);
        if (place.Cast.Length != 0) text.Append(')');
    }

    private void WriteLiteral(in Expression literal)
    {
        bool isUniform = true;
        for (int i = 1; i < literal.Type.Lanes; i++) isUniform &= literal.LiteralBits(i) == literal.LiteralBits(0);
        if (literal.Type.Lanes == 1)
        {
            text.Append(Scalar(literal.Type.Kind, literal.LiteralBits(0)));
            return;
        }

        text.Append(GlslTypes.Of(literal.Type)).Append('(');
        for (int i = 0; i < (isUniform ? 1 : literal.Type.Lanes); i++)
        {
            if (i > 0) text.Append(", ");
            text.Append(Scalar(literal.Type.Kind, literal.LiteralBits(i)));
        }

        text.Append(')');
    }

    private static string Scalar(ScalarKind kind, uint bits) => kind switch
    {
        ScalarKind.Bool => bits != 0 ? "true" : "false",
        ScalarKind.Float => GlslNumbers.Float(bits),
        ScalarKind.Int => GlslNumbers.Int(bits),
        _ => GlslNumbers.UInt(bits),
    };

    private void WriteSwizzle(in Expression swizzle)
    {
        Expression source = module[swizzle.A];
        bool isPrefix = source.Kind == ExpressionKind.Apply && GlslOperationTable.Prefix.ContainsKey(source.Operation);
        if (isPrefix) text.Append('(');
        Write(swizzle.A);
        if (isPrefix) text.Append(')');
        text.Append('.');
        for (int i = 0; i < swizzle.Type.Lanes; i++) text.Append(LaneLetters[swizzle.SwizzleLane(i)]);
    }

    private void WriteBitcast(in Expression cast)
    {
        ScalarKind from = module[cast.A].Type.Kind;
        string function = (from, cast.Type.Kind) switch
        {
            (ScalarKind.Float, ScalarKind.Int) => "floatBitsToInt",
            (ScalarKind.Float, _) => "floatBitsToUint",
            (ScalarKind.Int, ScalarKind.Float) => "intBitsToFloat",
            (_, ScalarKind.Float) => "uintBitsToFloat",
            _ => GlslTypes.Of(cast.Type),
        };
        WriteFunction(function, cast);
    }

    private void WriteApply(in Expression apply)
    {
        Operation operation = apply.Operation;
        if (GlslOperationTable.Infix.TryGetValue(operation, out string? sign))
        {
            WriteInfix(apply, sign);
        }
        else if (GlslOperationTable.Comparisons.TryGetValue(operation, out (string Sign, string Function) comparison))
        {
            if (apply.Type.Lanes == 1) WriteInfix(apply, comparison.Sign);
            else WriteFunction(comparison.Function, apply);
        }
        else if (GlslOperationTable.Prefix.TryGetValue(operation, out string? prefix))
        {
            WritePrefix(prefix, apply.A);
        }
        else if (operation == Operation.Select)
        {
            WriteSelect(apply);
        }
        else
        {
            WriteFunction(operation == Operation.Convert ? GlslTypes.Of(apply.Type) : GlslOperationTable.Functions[operation], apply);
        }
    }

    private void WriteInfix(in Expression apply, string sign)
    {
        text.Append('(');
        Write(apply.A);
        text.Append(' ').Append(sign).Append(' ');
        Write(apply.B);
        text.Append(')');
    }

    /// <summary>A negated constant needs parentheses: two signs in a row would decrement.</summary>
    private void WritePrefix(string prefix, ExpressionId operand)
    {
        bool isBare = module[operand].Kind is ExpressionKind.Literal
            || (module[operand].Kind == ExpressionKind.Apply && GlslOperationTable.Prefix.ContainsKey(module[operand].Operation));
        text.Append(prefix);
        if (isBare) text.Append('(');
        Write(operand);
        if (isBare) text.Append(')');
    }

    private void WriteSelect(in Expression select)
    {
        bool isScalar = select.Type.Lanes == 1;
        text.Append(isScalar ? "(" : "mix(");
        Write(isScalar ? select.A : select.C);
        text.Append(isScalar ? " ? " : ", ");
        Write(select.B);
        text.Append(isScalar ? " : " : ", ");
        Write(isScalar ? select.C : select.A);
        text.Append(')');
    }

    private void WriteFunction(string name, in Expression expression)
    {
        text.Append(name).Append('(');
        for (int i = 0; i < 4 && !expression.Operand(i).IsNone; i++)
        {
            if (i > 0) text.Append(", ");
            Write(expression.Operand(i));
        }

        text.Append(')');
    }

    private void WriteCall(in Expression expression)
    {
        ResourceCall call = module.Calls[expression.Payload];
        Variable resource = module[call.Resource];
        if (call.Function == ResourceFunction.BufferLength)
        {
            WriteVariable(resource, ExpressionId.None, call.Element);
            text.Append(".length()");
            return;
        }

        bool isScalarResult = resource.Storage == VariableStorage.Sampler && resource.Target.IsShadow() && expression.Type.Lanes == 4
            && call.Function is not (ResourceFunction.TextureGather or ResourceFunction.TextureGatherOffset or ResourceFunction.TextureGatherOffsets);
        if (isScalarResult) text.Append("vec4(");
        text.Append(GlslOperationTable.Resources[call.Function]).Append('(');
        WriteResource(call.Resource, call.Element);
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            text.Append(", ");
            if (i == call.OffsetsAt) text.Append(GlslTypes.Of(module[call.Arguments[i]].Type)).Append("[4](");
            Write(call.Arguments[i]);
            if (call.OffsetsAt >= 0 && i == call.OffsetsAt + 3) text.Append(')');
        }

        text.Append(')');
        if (isScalarResult) text.Append(')');
    }

    /// <summary>An argument list without parentheses.</summary>
    public void WriteList(params ReadOnlySpan<ExpressionId> arguments)
    {
        foreach (ExpressionId argument in arguments)
        {
            if (argument.IsNone) continue;
            text.Append(", ");
            Write(argument);
        }
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
