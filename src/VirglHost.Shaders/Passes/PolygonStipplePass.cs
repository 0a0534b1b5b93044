using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>
/// Discards fragments by the 32 × 32 pattern. Pattern rows count like the guest's framebuffer rows in memory: GL's own y, unless the
/// framebuffer is stored top row first.
/// </summary>
internal static class PolygonStipplePass
{
    public static void Run(ShaderModule module, in ShaderKey key)
    {
        if (module.Stage != ShaderStage.Fragment || !key.PolygonStipple) return;
        var b = new IrBuilder(module);
        ExpressionId coordinate = b.Load(module.Require(BuiltIn.FragCoord, new IrType(ScalarKind.Float, 4)));
        ExpressionId y = b.Lane(coordinate, 1);
        if (module.Layout.FragCoordUpperLeftOrigin != key.InvertFragCoordY)
        {
            ExpressionId height = b.Load(module.Require(BuiltIn.StateFramebufferHeight, IrType.Float));
            if (module.Layout.PixelCenterInteger) height = b.Same(Operation.Subtract, height, b.Float(1));
            y = b.Same(Operation.Subtract, height, y);
        }

        ExpressionId row = Wrap(b, y);
        ExpressionId column = Wrap(b, b.Lane(coordinate, 0));
        VariableId pattern = module.Require(BuiltIn.StateStipple, new IrType(ScalarKind.UInt, 1), 32);
        ExpressionId bits = b.Same(Operation.ShiftLeft, b.Load(pattern, row), column);
        ExpressionId isClear = b.Compare(Operation.Equal, b.Same(Operation.BitAnd, bits, b.UInt(0x80000000u)), b.UInt(0));
        var then = new Block();
        then.Add(new DiscardStatement());
        module.Prologue.Add(new IfStatement(isClear, then, new Block()));
    }

    private static ExpressionId Wrap(IrBuilder b, ExpressionId pixel)
        => b.Same(Operation.BitAnd, b.Convert(b.Same(Operation.Floor, pixel), ScalarKind.UInt), b.UInt(31));
}
