using System.Diagnostics;
using System.Numerics;

namespace VirglHost.Shaders.Ir;

/// <summary>Checks that a module obeys Ir/README.md. A violation is a mistake in this project, never the guest's.</summary>
internal sealed class IrValidator
{
    private readonly ShaderModule _module;

    private IrValidator(ShaderModule module) => _module = module;

    [Conditional("DEBUG")]
    public static void Assert(ShaderModule module) => Require(module);

    public static void Require(ShaderModule module)
    {
        var validator = new IrValidator(module);
        for (int i = 0; i < module.Expressions.Count; i++) validator.CheckExpression(i, module.Expressions[i]);
        validator.CheckBlock(module.Prologue, 0);
        validator.CheckBlock(module.Body, 0);
        validator.CheckBlock(module.Epilogue, 0);
    }

    private void CheckExpression(int index, in Expression expression)
    {
        Check(expression.Type.Lanes is >= 1 and <= 4, "lanes", index);
        if (expression.Kind == ExpressionKind.Literal) return;
        for (int i = 0; i < 4; i++) Check(expression.Operand(i).Index < index, "operand order", index);
        switch (expression.Kind)
        {
            case ExpressionKind.Load:
                CheckLoad(index, expression);
                break;
            case ExpressionKind.Swizzle:
                for (int i = 0; i < expression.Type.Lanes; i++) Check(expression.SwizzleLane(i) < TypeOf(expression.A).Lanes, "swizzle lane", index);
                Check(TypeOf(expression.A).Lanes > 1 && TypeOf(expression.A).Kind == expression.Type.Kind, "swizzle source", index);
                break;
            case ExpressionKind.Construct:
                CheckConstruct(index, expression);
                break;
            case ExpressionKind.Bitcast:
                IrType from = TypeOf(expression.A);
                Check(from.Is32Bit && expression.Type.Is32Bit && from.Lanes == expression.Type.Lanes && from.Kind != expression.Type.Kind, "cast", index);
                break;
            case ExpressionKind.Apply:
                CheckApply(index, expression);
                break;
        }
    }

    private void CheckLoad(int index, in Expression expression)
    {
        Check((uint)expression.Payload < (uint)_module.Variables.Count, "variable", index);
        Variable variable = _module[expression.Variable];
        Check(variable.Type == expression.Type, "load type", index);
        Check(expression.A.IsNone == (variable.ArrayLength == 0), "load element", index);
    }

    private void CheckConstruct(int index, in Expression expression)
    {
        if (expression.B.IsNone)
        {
            Check(TypeOf(expression.A) == expression.Type.WithLanes(1), "splat", index);
            return;
        }

        int lanes = 0;
        for (int i = 0; i < 4 && !expression.Operand(i).IsNone; i++)
        {
            Check(TypeOf(expression.Operand(i)).Kind == expression.Type.Kind, "construct kind", index);
            lanes += TypeOf(expression.Operand(i)).Lanes;
        }

        Check(lanes == expression.Type.Lanes, "construct lanes", index);
    }

    private void CheckApply(int index, in Expression expression)
    {
        if (expression.A.IsNone)
        {
            Check(expression.Operation == Operation.Clock, "operation without operands", index);
            return;
        }

        IrType type = expression.Type;
        IrType a = TypeOf(expression.A);
        switch (expression.Operation)
        {
            case Operation.Less or Operation.LessEqual or Operation.Greater or Operation.GreaterEqual or Operation.Equal or Operation.NotEqual:
                Check(type == a.WithKind(ScalarKind.Bool) && TypeOf(expression.B) == a, "comparison", index);
                break;
            case Operation.Select:
                Check(a == type.WithKind(ScalarKind.Bool) && TypeOf(expression.B) == type && TypeOf(expression.C) == type, "select", index);
                break;
            case Operation.Dot:
                Check(type == IrType.Float && a == TypeOf(expression.B) && a.Kind == ScalarKind.Float, "dot", index);
                break;
            case Operation.Convert:
                Check(type.Lanes == a.Lanes && type.Kind != a.Kind, "convert", index);
                break;
            case Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide or Operation.Modulo or Operation.Min or Operation.Max
                or Operation.BitAnd or Operation.BitOr or Operation.BitXor or Operation.Pow
                or Operation.MultiplyHigh or Operation.LogicalAnd or Operation.LogicalOr:
                Check(type == a && TypeOf(expression.B) == type, "binary operation", index);
                break;
            case Operation.ShiftLeft or Operation.ShiftRight:
                Check(type == a && (TypeOf(expression.B) == type || (!a.Is32Bit && TypeOf(expression.B) == IrType.UInt)), "shift", index);
                break;
            case Operation.Fma or Operation.Mix or Operation.Clamp:
                Check(type == a && TypeOf(expression.B) == type && TypeOf(expression.C) == type, "ternary operation", index);
                break;
            case Operation.Negate or Operation.Abs or Operation.Sign or Operation.Floor or Operation.Ceiling or Operation.Truncate
                or Operation.RoundEven or Operation.Fract or Operation.Sqrt or Operation.InverseSqrt or Operation.Exp2 or Operation.Log2
                or Operation.Sin or Operation.Cos or Operation.BitNot or Operation.BitReverse or Operation.LogicalNot or Operation.Ddx
                or Operation.Ddy or Operation.DdxFine or Operation.DdyFine:
                Check(type == a, "unary operation", index);
                break;
        }
    }

    private void CheckBlock(Block block, int depth)
    {
        foreach (Statement statement in block.Statements) CheckStatement(statement, depth);
    }

    private void CheckStatement(Statement statement, int depth)
    {
        switch (statement)
        {
            case StoreStatement store:
                IrType value = TypeOf(store.Value);
                Variable target = _module[store.Variable];
                Check(value.Lanes == BitOperations.PopCount((uint)store.Mask) && value.Kind == target.Type.Kind, "store type", store.Value.Index);
                Check(store.Mask >> target.Type.Lanes == 0, "store mask", store.Value.Index);
                Check(store.Element.IsNone == (target.ArrayLength == 0), "store element", store.Value.Index);
                break;
            case IfStatement branch:
                Check(TypeOf(branch.Condition) == IrType.Bool, "condition", branch.Condition.Index);
                CheckBlock(branch.Then, depth);
                CheckBlock(branch.Else, depth);
                break;
            case LoopStatement loop:
                CheckBlock(loop.Body, depth + 1);
                break;
            case SwitchStatement choice:
                Check(TypeOf(choice.Selector) == IrType.UInt, "selector", choice.Selector.Index);
                foreach (SwitchCase arm in choice.Cases) CheckBlock(arm.Body, depth + 1);
                break;
            case BreakStatement or ContinueStatement:
                Check(depth > 0, "break outside a loop", 0);
                break;
        }
    }

    private IrType TypeOf(ExpressionId id) => _module[id].Type;

    private static void Check(bool isTrue, string rule, int index)
    {
        if (!isTrue) throw new UnreachableException($"IR rule broken: {rule}, expression {index}");
    }
}
