namespace VirglHost.Shaders.Ir;

/// <summary>One node of the arena. Operands always have smaller indices than the node itself.</summary>
/// <param name="Kind">Which shape; decides how the other fields read.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="A">First operand; element index of a load.</param>
/// <param name="B">Second operand; second element index of a load.</param>
/// <param name="C">Third operand.</param>
/// <param name="D">Fourth operand.</param>
/// <param name="Payload">Variable (Load), packed lanes (Swizzle), operation (Apply) or call index (Call).</param>
internal readonly record struct Expression(
    ExpressionKind Kind, IrType Type, ExpressionId A, ExpressionId B, ExpressionId C, ExpressionId D, int Payload)
{
    public Operation Operation => (Operation)Payload;

    public VariableId Variable => new(Payload);

    /// <summary>Bits of lane <paramref name="lane"/> of a literal.</summary>
    public uint LiteralBits(int lane) => (uint)Operand(lane).Index;

    /// <summary>Source lane of result lane <paramref name="lane"/> of a swizzle.</summary>
    public int SwizzleLane(int lane) => (Payload >> (lane * 2)) & 3;

    public ExpressionId Operand(int index) => index switch { 0 => A, 1 => B, 2 => C, _ => D };
}
