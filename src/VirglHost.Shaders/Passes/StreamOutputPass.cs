using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Copies every captured piece of an output register to an output of its own that carries the capture's place.</summary>
internal static class StreamOutputPass
{
    public static void Run(ShaderModule module, in ShaderKey key)
    {
        if (key.StreamOutput is not { } layout) return;
        var b = new IrBuilder(module);
        for (int i = 0; i < layout.Outputs.Length; i++)
        {
            StreamOutput piece = layout.Outputs[i];
            OutputRegister register = module.Outputs.Find(output => output.Register == piece.Register)!;
            VariableId capture = module.Add(new Variable
            {
                Storage = VariableStorage.CaptureOut,
                Type = new IrType(ScalarKind.Float, piece.ComponentCount),
                Index = i,
                Capture = new CapturePlace(piece.Buffer, piece.OffsetInWords * 4),
                Stream = piece.Stream,
            });
            int mask = ((1 << piece.ComponentCount) - 1) << piece.StartComponent;
            ExpressionId value = b.Bitcast(b.Masked(OutputValue.Load(b, register), mask), ScalarKind.Float);
            module.Epilogue.Add(new StoreStatement(capture, ExpressionId.None, ExpressionId.None, (1 << piece.ComponentCount) - 1, value));
        }

        module.Layout = module.Layout with { CaptureStrides = Strides(layout) };
    }

    private static (int A, int B, int C, int D) Strides(StreamOutputLayout layout)
    {
        Span<int> bytes = [0, 0, 0, 0];
        foreach (StreamOutput piece in layout.Outputs) bytes[piece.Buffer] = layout.StridesInWords[piece.Buffer] * 4;
        return (bytes[0], bytes[1], bytes[2], bytes[3]);
    }
}
