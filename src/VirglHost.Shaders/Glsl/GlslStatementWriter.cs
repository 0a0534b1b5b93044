using System.Text;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>Prints statements, one per line.</summary>
internal sealed class GlslStatementWriter(ShaderModule module, StringBuilder text, bool hasStreams)
{
    private readonly GlslExpressionWriter _expressions = new(module, text);

    public void Write(Block block, int depth)
    {
        foreach (Statement statement in block.Statements) Write(statement, depth);
    }

    private void Write(Statement statement, int depth)
    {
        Indent(depth);
        switch (statement)
        {
            case StoreStatement store: WriteStore(store); break;
            case IfStatement branch: WriteIf(branch, depth); break;
            case LoopStatement loop:
                text.Append("for (;;) {\n");
                Write(loop.Body, depth + 1);
                Line(depth, "}");
                break;
            case SwitchStatement choice: WriteSwitch(choice, depth); break;
            case BreakStatement: text.Append("break;\n"); break;
            case ContinueStatement: text.Append("continue;\n"); break;
            case ReturnStatement: text.Append("return;\n"); break;
            case DiscardStatement: text.Append("discard;\n"); break;
            case EmitVertexStatement emit: WriteEmit(emit, depth); break;
            case EndPrimitiveStatement end:
                text.Append(hasStreams ? $"EndStreamPrimitive({end.Stream});\n" : "EndPrimitive();\n");
                break;
            case BarrierStatement: text.Append("barrier();\n"); break;
            case MemoryBarrierStatement barrier: WriteMemoryBarrier(barrier.Kinds); break;
            case ImageStoreStatement store: WriteImageStore(store); break;
            case AtomicStatement atomic: WriteAtomic(atomic); break;
        }
    }

    private void WriteStore(StoreStatement store)
    {
        Variable variable = module[store.Variable];
        _expressions.WriteVariable(variable, store.Element, store.Second);
        _expressions.WriteMask(store.Mask, variable.Type.Lanes);
        text.Append(" = ");
        _expressions.Write(store.Value);
        text.Append(";\n");
    }

    private void WriteIf(IfStatement branch, int depth)
    {
        text.Append("if (");
        _expressions.Write(branch.Condition);
        text.Append(") {\n");
        Write(branch.Then, depth + 1);
        if (!branch.Else.IsEmpty)
        {
            Line(depth, "} else {");
            Write(branch.Else, depth + 1);
        }

        Line(depth, "}");
    }

    private void WriteSwitch(SwitchStatement choice, int depth)
    {
        text.Append("switch (");
        _expressions.Write(choice.Selector);
        text.Append(") {\n");
        foreach (SwitchCase arm in choice.Cases)
        {
            foreach (uint label in arm.Labels) Line(depth, $"case {GlslNumbers.UInt(label)}:");
            if (arm.IsDefault) Line(depth, "default:");
            Write(arm.Body, depth + 1);
        }

        if (choice.Cases.Length > 0 && choice.Cases[^1].Body.IsEmpty) Line(depth + 1, "break;");
        Line(depth, "}");
    }

    private void WriteEmit(EmitVertexStatement emit, int depth)
    {
        text.Append(GlslEmitter.FinishVertexFunction).Append("();\n");
        Line(depth, hasStreams ? $"EmitStreamVertex({emit.Stream});" : "EmitVertex();");
    }

    private void WriteMemoryBarrier(MemoryBarrierKinds kinds)
    {
        if ((kinds & MemoryBarrierKinds.WorkGroup) != 0)
        {
            text.Append("groupMemoryBarrier();\n");
            return;
        }

        bool isAll = (kinds & MemoryBarrierKinds.All) == MemoryBarrierKinds.All;
        if (isAll) text.Append("memoryBarrier();");
        else if ((kinds & MemoryBarrierKinds.Storage) != 0) text.Append("memoryBarrierBuffer();");
        if (!isAll && (kinds & MemoryBarrierKinds.AtomicCounter) != 0) text.Append("memoryBarrierAtomicCounter();");
        if (!isAll && (kinds & MemoryBarrierKinds.Image) != 0) text.Append("memoryBarrierImage();");
        bool isShared = !isAll && (kinds & MemoryBarrierKinds.Shared) != 0 && module.Stage == ShaderStage.Compute;
        if (isShared) text.Append("memoryBarrierShared();");
        text.Append('\n');
    }

    private void WriteImageStore(ImageStoreStatement store)
    {
        text.Append("imageStore(");
        _expressions.WriteResource(store.Image, store.Element);
        _expressions.WriteList(store.Coordinate, store.Sample, store.Value);
        text.Append(");\n");
    }

    private void WriteAtomic(AtomicStatement atomic)
    {
        VariableStorage storage = module[atomic.Resource].Storage;
        (string prefix, string suffix) = storage switch
        {
            VariableStorage.Image => ("imageAtomic", string.Empty),
            VariableStorage.Counter => ("atomicCounter", atomic.Operation < AtomicOperation.Increment ? "ARB" : string.Empty),
            _ => ("atomic", string.Empty),
        };
        string name = atomic.Operation == AtomicOperation.CompareExchange ? "CompSwap" : atomic.Operation.ToString();
        _expressions.WriteVariable(module[atomic.Result], ExpressionId.None, ExpressionId.None);
        text.Append(" = ").Append(prefix).Append(name).Append(suffix).Append('(');
        if (storage is VariableStorage.Image or VariableStorage.Counter) _expressions.WriteResource(atomic.Resource, atomic.Element);
        else _expressions.WriteVariable(module[atomic.Resource], atomic.Address, atomic.Element);
        if (storage == VariableStorage.Image) _expressions.WriteList(atomic.Address, atomic.Sample);
        _expressions.WriteList(atomic.Operand, atomic.Replacement);
        text.Append(");\n");
    }

    private void Line(int depth, string line)
    {
        Indent(depth);
        text.Append(line).Append('\n');
    }

    private void Indent(int depth) => text.Append(' ', depth * 4);
}
