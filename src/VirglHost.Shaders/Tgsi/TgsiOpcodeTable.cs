using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Lowering;
using static VirglHost.Shaders.Tgsi.OperandKind;
using Op = VirglHost.Shaders.Ir.Operation;

namespace VirglHost.Shaders.Tgsi;

/// <summary>Every TGSI opcode, one row each: counts, types and meaning, or why it is refused (tgsi.md §8).</summary>
internal static class TgsiOpcodeTable
{
    public static IReadOnlyList<TgsiOpcode> Rows { get; } =
    [
        // Float arithmetic
        Lanes("MOV", Raw, [Raw], static (b, x) => x[0]),
        Lanes("ADD", Float, [Float, Float], static (b, x) => b.Same(Op.Add, x[0], x[1])),
        Lanes("SUB", Float, [Float, Float], static (b, x) => b.Same(Op.Subtract, x[0], x[1])),
        Lanes("MUL", Float, [Float, Float], static (b, x) => b.Same(Op.Multiply, x[0], x[1])),
        Lanes("DIV", Float, [Float, Float], static (b, x) => b.Same(Op.Divide, x[0], x[1])),
        Lanes("MAD", Float, [Float, Float, Float], static (b, x) => b.Same(Op.Add, b.Same(Op.Multiply, x[0], x[1]), x[2])),
        Lanes("FMA", Float, [Float, Float, Float], static (b, x) => b.Apply(Op.Fma, b.TypeOf(x[0]), x[0], x[1], x[2])),
        Lanes("LRP", Float, [Float, Float, Float], static (b, x) => b.Apply(Op.Mix, b.TypeOf(x[0]), x[2], x[1], x[0])),
        Lanes("MIN", Float, [Float, Float], static (b, x) => b.Same(Op.Min, x[0], x[1])),
        Lanes("MAX", Float, [Float, Float], static (b, x) => b.Same(Op.Max, x[0], x[1])),
        Lanes("ABS", Float, [Float], static (b, x) => b.Same(Op.Abs, x[0])),
        Lanes("FLR", Float, [Float], static (b, x) => b.Same(Op.Floor, x[0])),
        Lanes("CEIL", Float, [Float], static (b, x) => b.Same(Op.Ceiling, x[0])),
        Lanes("TRUNC", Float, [Float], static (b, x) => b.Same(Op.Truncate, x[0])),
        Lanes("FRC", Float, [Float], static (b, x) => b.Same(Op.Fract, x[0])),
        Lanes("ROUND", Float, [Float], static (b, x) => b.Same(Op.RoundEven, x[0])),
        Lanes("SSG", Float, [Float], static (b, x) => b.Same(Op.Sign, x[0])),
        Lanes("CMP", Raw, [Float, Raw, Raw], static (b, x) => b.Select(b.Compare(Op.Less, x[0], b.Uniform(b.TypeOf(x[0]), 0)), x[1], x[2])),
        Lanes("SEQ", Float, [Float, Float], static (b, x) => OneOrZero(b, Op.Equal, x)),
        Lanes("SNE", Float, [Float, Float], static (b, x) => OneOrZero(b, Op.NotEqual, x)),
        Lanes("SLT", Float, [Float, Float], static (b, x) => OneOrZero(b, Op.Less, x)),
        Lanes("SLE", Float, [Float, Float], static (b, x) => OneOrZero(b, Op.LessEqual, x)),
        Lanes("SGT", Float, [Float, Float], static (b, x) => OneOrZero(b, Op.Greater, x)),
        Lanes("SGE", Float, [Float, Float], static (b, x) => OneOrZero(b, Op.GreaterEqual, x)),
        One("RCP", Float, [Float], static (b, x) => b.Same(Op.Divide, b.Float(1), x[0])),
        One("RSQ", Float, [Float], static (b, x) => b.Same(Op.InverseSqrt, x[0])),
        One("SQRT", Float, [Float], static (b, x) => b.Same(Op.Sqrt, x[0])),
        One("EX2", Float, [Float], static (b, x) => b.Same(Op.Exp2, x[0])),
        One("LG2", Float, [Float], static (b, x) => b.Same(Op.Log2, x[0])),
        One("SIN", Float, [Float], static (b, x) => b.Same(Op.Sin, x[0])),
        One("COS", Float, [Float], static (b, x) => b.Same(Op.Cos, x[0])),
        One("POW", Float, [Float, Float], static (b, x) => b.Same(Op.Pow, x[0], x[1])),
        All("DP2", Float, [Float, Float], static (b, x) => VectorRules.Dot(b, x[0], x[1], 2)),
        All("DP3", Float, [Float, Float], static (b, x) => VectorRules.Dot(b, x[0], x[1], 3)),
        All("DP4", Float, [Float, Float], static (b, x) => VectorRules.Dot(b, x[0], x[1], 4)),
        All("DPH", Float, [Float, Float], static (b, x) => VectorRules.HomogeneousDot(b, x[0], x[1])),
        All("XPD", Float, [Float, Float], static (b, x) => VectorRules.Cross(b, x[0], x[1])),
        All("DST", Float, [Float, Float], static (b, x) => VectorRules.Distance(b, x[0], x[1])),
        All("LIT", Float, [Float], static (b, x) => VectorRules.Light(b, x[0])),
        All("EXP", Float, [Float], static (b, x) => VectorRules.Exponent(b, x[0])),
        All("LOG", Float, [Float], static (b, x) => VectorRules.Logarithm(b, x[0])),
        All("SCS", Float, [Float], static (b, x) => VectorRules.SineCosine(b, x[0])),
        Row("DDX", 1, 1, static (l, i) => l.Derivative(i, Op.Ddx)),
        Row("DDY", 1, 1, static (l, i) => l.Derivative(i, Op.Ddy)),
        Row("DDX_FINE", 1, 1, static (l, i) => l.Derivative(i, Op.DdxFine)),
        Row("DDY_FINE", 1, 1, static (l, i) => l.Derivative(i, Op.DdyFine)),
        All("PK2H", UInt, [Float], static (b, x) => b.Apply(Op.PackHalf, IrType.UInt, b.Masked(x[0], 3))),
        All("PK2US", UInt, [Float], static (b, x) => b.Apply(Op.PackUnorm16, IrType.UInt, b.Masked(x[0], 3))),
        All("PK4B", UInt, [Float], static (b, x) => b.Apply(Op.PackSnorm8, IrType.UInt, x[0])),
        All("PK4UB", UInt, [Float], static (b, x) => b.Apply(Op.PackUnorm8, IrType.UInt, x[0])),
        All("UP2US", Float, [UInt], static (b, x) => VectorRules.UnpackPair(b, Op.UnpackUnorm16, x[0])),
        All("UP4B", Float, [UInt], static (b, x) => b.Apply(Op.UnpackSnorm8, new IrType(ScalarKind.Float, 4), b.Lane(x[0], 0))),
        All("UP4UB", Float, [UInt], static (b, x) => b.Apply(Op.UnpackUnorm8, new IrType(ScalarKind.Float, 4), b.Lane(x[0], 0))),
        Each("LDEXP", Float, [Float, Int], static (b, x) => b.Apply(Op.LoadExponent, IrType.Float, x[0], x[1])),
        All("UP2H", Float, [UInt], static (b, x) => VectorRules.UnpackPair(b, Op.UnpackHalf, x[0])),

        // Integers
        Lanes("F2I", Int, [Float], static (b, x) => b.Convert(x[0], ScalarKind.Int)),
        Lanes("F2U", UInt, [Float], static (b, x) => b.Convert(x[0], ScalarKind.UInt)),
        Lanes("I2F", Float, [Int], static (b, x) => b.Convert(x[0], ScalarKind.Float)),
        Lanes("U2F", Float, [UInt], static (b, x) => b.Convert(x[0], ScalarKind.Float)),
        Lanes("UADD", UInt, [UInt, UInt], static (b, x) => b.Same(Op.Add, x[0], x[1])),
        Lanes("UMUL", UInt, [UInt, UInt], static (b, x) => b.Same(Op.Multiply, x[0], x[1])),
        Lanes("UMAD", UInt, [UInt, UInt, UInt], static (b, x) => b.Same(Op.Add, b.Same(Op.Multiply, x[0], x[1]), x[2])),
        Lanes("IDIV", Int, [Int, Int], static (b, x) => b.Same(Op.Divide, x[0], x[1])),
        Lanes("UDIV", UInt, [UInt, UInt], static (b, x) => b.Same(Op.Divide, x[0], x[1])),
        Lanes("MOD", Int, [Int, Int], static (b, x) => b.Same(Op.Modulo, x[0], x[1])),
        Lanes("UMOD", UInt, [UInt, UInt], static (b, x) => b.Same(Op.Modulo, x[0], x[1])),
        Each("IMUL_HI", Int, [Int, Int], static (b, x) => b.Same(Op.MultiplyHigh, x[0], x[1])),
        Each("UMUL_HI", UInt, [UInt, UInt], static (b, x) => b.Same(Op.MultiplyHigh, x[0], x[1])),
        Lanes("IMIN", Int, [Int, Int], static (b, x) => b.Same(Op.Min, x[0], x[1])),
        Lanes("IMAX", Int, [Int, Int], static (b, x) => b.Same(Op.Max, x[0], x[1])),
        Lanes("UMIN", UInt, [UInt, UInt], static (b, x) => b.Same(Op.Min, x[0], x[1])),
        Lanes("UMAX", UInt, [UInt, UInt], static (b, x) => b.Same(Op.Max, x[0], x[1])),
        Lanes("INEG", Int, [Int], static (b, x) => b.Same(Op.Negate, x[0])),
        Lanes("IABS", Int, [Int], static (b, x) => b.Same(Op.Abs, x[0])),
        Lanes("ISSG", Int, [Int], static (b, x) => b.Same(Op.Sign, x[0])),
        Lanes("NOT", UInt, [UInt], static (b, x) => b.Same(Op.BitNot, x[0])),
        Lanes("AND", UInt, [UInt, UInt], static (b, x) => b.Same(Op.BitAnd, x[0], x[1])),
        Lanes("OR", UInt, [UInt, UInt], static (b, x) => b.Same(Op.BitOr, x[0], x[1])),
        Lanes("XOR", UInt, [UInt, UInt], static (b, x) => b.Same(Op.BitXor, x[0], x[1])),
        Lanes("SHL", UInt, [UInt, UInt], static (b, x) => b.Same(Op.ShiftLeft, x[0], VectorRules.ShiftCount(b, x[1]))),
        Lanes("ISHR", Int, [Int, Int], static (b, x) => b.Same(Op.ShiftRight, x[0], VectorRules.ShiftCount(b, x[1]))),
        Lanes("USHR", UInt, [UInt, UInt], static (b, x) => b.Same(Op.ShiftRight, x[0], VectorRules.ShiftCount(b, x[1]))),
        Lanes("USEQ", Int, [UInt, UInt], static (b, x) => AllOrNone(b, Op.Equal, x)),
        Lanes("USNE", Int, [UInt, UInt], static (b, x) => AllOrNone(b, Op.NotEqual, x)),
        Lanes("USLT", Int, [UInt, UInt], static (b, x) => AllOrNone(b, Op.Less, x)),
        Lanes("USGE", Int, [UInt, UInt], static (b, x) => AllOrNone(b, Op.GreaterEqual, x)),
        Lanes("ISLT", Int, [Int, Int], static (b, x) => AllOrNone(b, Op.Less, x)),
        Lanes("ISGE", Int, [Int, Int], static (b, x) => AllOrNone(b, Op.GreaterEqual, x)),
        Lanes("FSEQ", Int, [Float, Float], static (b, x) => AllOrNone(b, Op.Equal, x)),
        Lanes("FSNE", Int, [Float, Float], static (b, x) => AllOrNone(b, Op.NotEqual, x)),
        Lanes("FSLT", Int, [Float, Float], static (b, x) => AllOrNone(b, Op.Less, x)),
        Lanes("FSGE", Int, [Float, Float], static (b, x) => AllOrNone(b, Op.GreaterEqual, x)),
        Lanes("UCMP", Raw, [UInt, Raw, Raw], static (b, x) => b.Select(b.Compare(Op.NotEqual, x[0], b.Uniform(b.TypeOf(x[0]), 0)), x[1], x[2])),
        Each("IBFE", Int, [Int, Int, Int], static (b, x) => b.Apply(Op.BitfieldExtract, IrType.Int, x[0], x[1], x[2])),
        Each("UBFE", UInt, [UInt, Int, Int], static (b, x) => b.Apply(Op.BitfieldExtract, IrType.UInt, x[0], x[1], x[2])),
        Each("BFI", UInt, [UInt, UInt, Int, Int], static (b, x) => b.Apply(Op.BitfieldInsert, IrType.UInt, x[0], x[1], x[2], x[3])),
        Lanes("BREV", UInt, [UInt], static (b, x) => b.Same(Op.BitReverse, x[0])),
        Lanes("POPC", Int, [UInt], static (b, x) => b.Apply(Op.BitCount, b.TypeOf(x[0]).WithKind(ScalarKind.Int), x[0])),
        Lanes("LSB", Int, [UInt], static (b, x) => b.Apply(Op.FindLsb, b.TypeOf(x[0]).WithKind(ScalarKind.Int), x[0])),
        Lanes("IMSB", Int, [Int], static (b, x) => b.Apply(Op.FindMsb, b.TypeOf(x[0]), x[0])),
        Lanes("UMSB", Int, [UInt], static (b, x) => b.Apply(Op.FindMsb, b.TypeOf(x[0]).WithKind(ScalarKind.Int), x[0])),
        Lanes("ARL", Int, [Float], static (b, x) => b.Convert(b.Same(Op.Floor, x[0]), ScalarKind.Int)),
        Lanes("ARR", Int, [Float], static (b, x) => b.Convert(b.Same(Op.RoundEven, x[0]), ScalarKind.Int)),
        Lanes("UARL", Int, [Int], static (b, x) => x[0]),

        // Doubles: a lane pair each
        Row("DADD", 1, 2, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Add, x[0], x[1]))),
        Row("DMUL", 1, 2, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Multiply, x[0], x[1]))),
        Row("DDIV", 1, 2, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Divide, x[0], x[1]))),
        Row("DMAX", 1, 2, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Max, x[0], x[1]))),
        Row("DMIN", 1, 2, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Min, x[0], x[1]))),
        Row("DMAD", 1, 3, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Add, b.Same(Op.Multiply, x[0], x[1]), x[2]))),
        Row("DFMA", 1, 3, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Apply(Op.Fma, b.TypeOf(x[0]), x[0], x[1], x[2]))),
        Row("DABS", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Abs, x[0]))),
        Row("DNEG", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Negate, x[0]))),
        Row("DSSG", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Sign, x[0]))),
        Row("DRCP", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Divide, b.Convert(b.Float(1), ScalarKind.Double), x[0]))),
        Row("DSQRT", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Sqrt, x[0]))),
        Row("DRSQ", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.InverseSqrt, x[0]))),
        Row("DFRAC", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Fract, x[0]))),
        Row("DTRUNC", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Truncate, x[0]))),
        Row("DCEIL", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Ceiling, x[0]))),
        Row("DFLR", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.Floor, x[0]))),
        Row("DROUND", 1, 1, static (l, i) => l.WideMath(i, ScalarKind.Double, static (b, x) => b.Same(Op.RoundEven, x[0]))),
        Row("DSEQ", 1, 2, static (l, i) => l.WideCompare(i, ScalarKind.Double, Op.Equal)),
        Row("DSNE", 1, 2, static (l, i) => l.WideCompare(i, ScalarKind.Double, Op.NotEqual)),
        Row("DSLT", 1, 2, static (l, i) => l.WideCompare(i, ScalarKind.Double, Op.Less)),
        Row("DSGE", 1, 2, static (l, i) => l.WideCompare(i, ScalarKind.Double, Op.GreaterEqual)),
        Row("F2D", 1, 1, static (l, i) => l.Widen(i, Float, ScalarKind.Double)),
        Row("I2D", 1, 1, static (l, i) => l.Widen(i, Int, ScalarKind.Double)),
        Row("U2D", 1, 1, static (l, i) => l.Widen(i, UInt, ScalarKind.Double)),
        Row("D2F", 1, 1, static (l, i) => l.Narrow(i, ScalarKind.Double, ScalarKind.Float)),
        Row("D2I", 1, 1, static (l, i) => l.Narrow(i, ScalarKind.Double, ScalarKind.Int)),
        Row("D2U", 1, 1, static (l, i) => l.Narrow(i, ScalarKind.Double, ScalarKind.UInt)),
        Row("DLDEXP", 1, 2, static (l, i) => l.DoubleLoadExponent(i)),
        Row("DFRACEXP", 2, 1, static (l, i) => l.DoubleSplit(i)),

        // 64-bit integers: a lane pair each
        Wide("I64ABS", 1, static (l, i) => l.WideMath(i, ScalarKind.Int64, static (b, x) => b.Same(Op.Abs, x[0]))),
        Wide("I64NEG", 1, static (l, i) => l.WideMath(i, ScalarKind.Int64, static (b, x) => b.Same(Op.Negate, x[0]))),
        Wide("I64SSG", 1, static (l, i) => l.WideMath(i, ScalarKind.Int64, static (b, x) => b.Same(Op.Sign, x[0]))),
        Wide("U64ADD", 2, static (l, i) => l.WideMath(i, ScalarKind.UInt64, static (b, x) => b.Same(Op.Add, x[0], x[1]))),
        Wide("U64MUL", 2, static (l, i) => l.WideMath(i, ScalarKind.UInt64, static (b, x) => b.Same(Op.Multiply, x[0], x[1]))),
        Wide("I64DIV", 2, static (l, i) => l.WideMath(i, ScalarKind.Int64, static (b, x) => b.Same(Op.Divide, x[0], x[1]))),
        Wide("U64DIV", 2, static (l, i) => l.WideMath(i, ScalarKind.UInt64, static (b, x) => b.Same(Op.Divide, x[0], x[1]))),
        Wide("I64MOD", 2, static (l, i) => l.WideMath(i, ScalarKind.Int64, static (b, x) => b.Same(Op.Modulo, x[0], x[1]))),
        Wide("U64MOD", 2, static (l, i) => l.WideMath(i, ScalarKind.UInt64, static (b, x) => b.Same(Op.Modulo, x[0], x[1]))),
        Wide("I64MIN", 2, static (l, i) => l.WideMath(i, ScalarKind.Int64, static (b, x) => b.Same(Op.Min, x[0], x[1]))),
        Wide("I64MAX", 2, static (l, i) => l.WideMath(i, ScalarKind.Int64, static (b, x) => b.Same(Op.Max, x[0], x[1]))),
        Wide("U64MIN", 2, static (l, i) => l.WideMath(i, ScalarKind.UInt64, static (b, x) => b.Same(Op.Min, x[0], x[1]))),
        Wide("U64MAX", 2, static (l, i) => l.WideMath(i, ScalarKind.UInt64, static (b, x) => b.Same(Op.Max, x[0], x[1]))),
        Wide("U64SHL", 2, static (l, i) => l.WideShift(i, ScalarKind.UInt64, Op.ShiftLeft)),
        Wide("I64SHR", 2, static (l, i) => l.WideShift(i, ScalarKind.Int64, Op.ShiftRight)),
        Wide("U64SHR", 2, static (l, i) => l.WideShift(i, ScalarKind.UInt64, Op.ShiftRight)),
        Wide("I64SLT", 2, static (l, i) => l.WideCompare(i, ScalarKind.Int64, Op.Less)),
        Wide("I64SGE", 2, static (l, i) => l.WideCompare(i, ScalarKind.Int64, Op.GreaterEqual)),
        Wide("U64SLT", 2, static (l, i) => l.WideCompare(i, ScalarKind.UInt64, Op.Less)),
        Wide("U64SGE", 2, static (l, i) => l.WideCompare(i, ScalarKind.UInt64, Op.GreaterEqual)),
        Wide("U64SEQ", 2, static (l, i) => l.WideCompare(i, ScalarKind.UInt64, Op.Equal)),
        Wide("U64SNE", 2, static (l, i) => l.WideCompare(i, ScalarKind.UInt64, Op.NotEqual)),
        Wide("F2I64", 1, static (l, i) => l.Widen(i, Float, ScalarKind.Int64)),
        Wide("F2U64", 1, static (l, i) => l.Widen(i, Float, ScalarKind.UInt64)),
        Wide("I2I64", 1, static (l, i) => l.Widen(i, Int, ScalarKind.Int64)),
        Wide("U2I64", 1, static (l, i) => l.Widen(i, UInt, ScalarKind.Int64)),
        Wide("D2I64", 1, static (l, i) => l.ConvertWide(i, ScalarKind.Double, ScalarKind.Int64)),
        Wide("D2U64", 1, static (l, i) => l.ConvertWide(i, ScalarKind.Double, ScalarKind.UInt64)),
        Wide("I642D", 1, static (l, i) => l.ConvertWide(i, ScalarKind.Int64, ScalarKind.Double)),
        Wide("U642D", 1, static (l, i) => l.ConvertWide(i, ScalarKind.UInt64, ScalarKind.Double)),
        Wide("I642F", 1, static (l, i) => l.Narrow(i, ScalarKind.Int64, ScalarKind.Float)),
        Wide("U642F", 1, static (l, i) => l.Narrow(i, ScalarKind.UInt64, ScalarKind.Float)),

        // Textures
        Row("TEX", 1, 2, static (l, i) => l.Sample(i)),
        Row("TEX2", 1, 3, static (l, i) => l.Sample(i)),
        Row("TXP", 1, 2, static (l, i) => l.SampleProjected(i)),
        Row("TXB", 1, 2, static (l, i) => l.SampleBiased(i)),
        Row("TXB2", 1, 3, static (l, i) => l.SampleBiased(i)),
        Row("TXL", 1, 2, static (l, i) => l.SampleLevel(i)),
        Row("TXL2", 1, 3, static (l, i) => l.SampleLevel(i)),
        Row("TXD", 1, 4, static (l, i) => l.SampleGradient(i)),
        Row("TEX_LZ", 1, 2, static (l, i) => l.SampleLevel(i, isZero: true)),
        Row("TXF_LZ", 1, 2, static (l, i) => l.Fetch(i, isZero: true)),
        Row("TXF", 1, 2, static (l, i) => l.Fetch(i)),
        Row("TG4", 1, 3, static (l, i) => l.Gather(i)),
        Row("LODQ", 1, 2, static (l, i) => l.QueryLod(i)),
        Row("TXQ", 1, 2, static (l, i) => l.QuerySize(i)),
        Row("TXQS", 1, 1, static (l, i) => l.QuerySamples(i)),

        // Memory, images, atomics
        Row("LOAD", 1, 2, static (l, i) => l.LoadMemory(i)),
        Row("STORE", 1, 2, static (l, i) => l.StoreMemory(i)),
        Row("ATOMUADD", 1, 3, static (l, i) => l.Atomic(i, AtomicOperation.Add)),
        Row("ATOMXCHG", 1, 3, static (l, i) => l.Atomic(i, AtomicOperation.Exchange)),
        Row("ATOMCAS", 1, 4, static (l, i) => l.Atomic(i, AtomicOperation.CompareExchange)),
        Row("ATOMAND", 1, 3, static (l, i) => l.Atomic(i, AtomicOperation.And)),
        Row("ATOMOR", 1, 3, static (l, i) => l.Atomic(i, AtomicOperation.Or)),
        Row("ATOMXOR", 1, 3, static (l, i) => l.Atomic(i, AtomicOperation.Xor)),
        Row("ATOMUMIN", 1, 3, static (l, i) => l.AtomicExtreme(i, AtomicOperation.Min, ScalarKind.UInt)),
        Row("ATOMUMAX", 1, 3, static (l, i) => l.AtomicExtreme(i, AtomicOperation.Max, ScalarKind.UInt)),
        Row("ATOMIMIN", 1, 3, static (l, i) => l.AtomicExtreme(i, AtomicOperation.Min, ScalarKind.Int)),
        Row("ATOMIMAX", 1, 3, static (l, i) => l.AtomicExtreme(i, AtomicOperation.Max, ScalarKind.Int)),
        Row("RESQ", 1, 1, static (l, i) => l.QueryResource(i)),
        Row("MEMBAR", 0, 1, static (l, i) => l.MemoryBarrier(i)),
        Row("BARRIER", 0, 0, static (l, i) => l.Barrier(i)),

        // Flow
        Row("IF", 0, 1, static (l, i) => l.BeginIf(i, Float)),
        Row("UIF", 0, 1, static (l, i) => l.BeginIf(i, UInt)),
        Row("ELSE", 0, 0, static (l, i) => l.Else(i)),
        Row("ENDIF", 0, 0, static (l, i) => l.EndIf(i)),
        Row("BGNLOOP", 0, 0, static (l, i) => l.BeginLoop(i)),
        Row("ENDLOOP", 0, 0, static (l, i) => l.EndLoop(i)),
        Row("BRK", 0, 0, static (l, i) => l.Break(i)),
        Row("CONT", 0, 0, static (l, i) => l.Continue(i)),
        Row("SWITCH", 0, 1, static (l, i) => l.BeginSwitch(i)),
        Row("CASE", 0, 1, static (l, i) => l.Case(i)),
        Row("DEFAULT", 0, 0, static (l, i) => l.Default(i)),
        Row("ENDSWITCH", 0, 0, static (l, i) => l.EndSwitch(i)),
        Row("RET", 0, 0, static (l, i) => l.Return(i)),
        Row("KILL", 0, 0, static (l, i) => l.Kill(i)),
        Row("KILL_IF", 0, 1, static (l, i) => l.KillIf(i)),
        Row("EMIT", 0, 1, static (l, i) => l.EmitVertex(i)),
        Row("ENDPRIM", 0, 1, static (l, i) => l.EndPrimitive(i)),
        Row("INTERP_CENTROID", 1, 1, static (l, i) => l.Interpolate(i, Op.InterpolateCentroid)),
        Row("INTERP_SAMPLE", 1, 2, static (l, i) => l.Interpolate(i, Op.InterpolateSample)),
        Row("INTERP_OFFSET", 1, 2, static (l, i) => l.Interpolate(i, Op.InterpolateOffset)),
        Row("FBFETCH", 1, 1, static (l, i) => l.FetchFramebuffer(i)) with { Needs = GlslHostFeatures.FramebufferFetch },

        // Between the invocations of a group
        One("VOTE_ANY", Int, [UInt], static (b, x) => AllOrNone(b, b.Same(Op.VoteAny, IsSet(b, x[0])))) with { Needs = GlslHostFeatures.GroupVote },
        One("VOTE_ALL", Int, [UInt], static (b, x) => AllOrNone(b, b.Same(Op.VoteAll, IsSet(b, x[0])))) with { Needs = GlslHostFeatures.GroupVote },
        One("VOTE_EQ", Int, [UInt], static (b, x) => AllOrNone(b, b.Same(Op.VoteEqual, IsSet(b, x[0])))) with { Needs = GlslHostFeatures.GroupVote },
        Row("BALLOT", 1, 1, static (l, i) => l.Ballot(i)) with { Needs = GlslHostFeatures.Ballot },
        Lanes("READ_FIRST", UInt, [UInt], static (b, x) => b.Same(Op.ReadFirstInvocation, x[0])) with { Needs = GlslHostFeatures.Ballot },
        Row("READ_INVOC", 1, 2, static (l, i) => l.ReadInvocation(i)) with { Needs = GlslHostFeatures.Ballot },
        Row("CLOCK", 1, 0, static (l, i) => l.ReadClock(i)) with { Needs = GlslHostFeatures.ShaderClock },
        Row("NOP", 0, 0, static (l, i) => { }),
        Row("END", 0, 0, static (l, i) => l.End(i)),

        // Named, and refused
        Refused("CAL", 0, 0, "guests inline subroutines"),
        Refused("BGNSUB", 0, 0, "guests inline subroutines"),
        Refused("ENDSUB", 0, 0, "guests inline subroutines"),
        Refused("DEMOTE", 0, 0, "no cap offers it"),
        Refused("READ_HELPER", 1, 0, "no cap offers it"),
        Refused("IMG2HND", 1, 1, "bindless handles mean nothing to the host"),
        Refused("SAMP2HND", 1, 1, "bindless handles mean nothing to the host"),
    ];

    private static readonly FrozenDictionary<string, TgsiOpcode> ByMnemonic = Rows.ToFrozenDictionary(row => row.Mnemonic, StringComparer.Ordinal);

    public static bool TryFind(string mnemonic, [NotNullWhen(true)] out TgsiOpcode? opcode) => ByMnemonic.TryGetValue(mnemonic, out opcode);

    private static TgsiOpcode Value(OpcodeShape shape, string mnemonic, OperandKind result, OperandKind[] operands, ValueRule rule) => new()
    {
        Mnemonic = mnemonic, DestinationCount = 1, SourceCount = operands.Length, Shape = shape, Result = result, Operands = operands, Value = rule,
    };

    private static TgsiOpcode Lanes(string mnemonic, OperandKind result, OperandKind[] operands, ValueRule rule)
        => Value(OpcodeShape.Lanewise, mnemonic, result, operands, rule);

    private static TgsiOpcode Each(string mnemonic, OperandKind result, OperandKind[] operands, ValueRule rule)
        => Value(OpcodeShape.PerLane, mnemonic, result, operands, rule);

    private static TgsiOpcode One(string mnemonic, OperandKind result, OperandKind[] operands, ValueRule rule)
        => Value(OpcodeShape.Scalar, mnemonic, result, operands, rule);

    private static TgsiOpcode All(string mnemonic, OperandKind result, OperandKind[] operands, ValueRule rule)
        => Value(OpcodeShape.Whole, mnemonic, result, operands, rule);

    private static TgsiOpcode Row(string mnemonic, int destinations, int sources, SpecialRule rule)
        => new() { Mnemonic = mnemonic, DestinationCount = destinations, SourceCount = sources, Special = rule };

    private static TgsiOpcode Wide(string mnemonic, int sources, SpecialRule rule)
        => Row(mnemonic, 1, sources, rule) with { Needs = GlslHostFeatures.Integers64 };

    private static TgsiOpcode Refused(string mnemonic, int destinations, int sources, string reason)
        => new() { Mnemonic = mnemonic, DestinationCount = destinations, SourceCount = sources, Refusal = reason };

    private static ExpressionId OneOrZero(IrBuilder builder, Op comparison, ReadOnlySpan<ExpressionId> sources)
        => builder.Convert(builder.Compare(comparison, sources[0], sources[1]), ScalarKind.Float);

    private static ExpressionId AllOrNone(IrBuilder builder, Op comparison, ReadOnlySpan<ExpressionId> sources)
        => AllOrNone(builder, builder.Compare(comparison, sources[0], sources[1]));

    private static ExpressionId AllOrNone(IrBuilder builder, ExpressionId truth) => builder.Same(Op.Negate, builder.Convert(truth, ScalarKind.Int));

    private static ExpressionId IsSet(IrBuilder builder, ExpressionId word) => builder.Compare(Op.NotEqual, word, builder.Uniform(builder.TypeOf(word), 0));
}
