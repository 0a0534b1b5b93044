using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>SET_RENDER_CONDITION: makes draws and clears depend on a query.</summary>
public readonly record struct SetRenderConditionCommand : IVirglCommand<SetRenderConditionCommand>
{
    /// <summary>Query object; 0 turns the condition off.</summary>
    public uint QueryHandle { get; init; }

    /// <summary>Draw when the query is false.</summary>
    public bool Inverted { get; init; }

    /// <summary>How to wait; not range-checked.</summary>
    public RenderConditionMode Mode { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetRenderCondition;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetRenderConditionCommand command)
    {
        if (body.Length != 3)
        {
            command = default;
            return false;
        }

        command = new SetRenderConditionCommand
        {
            QueryHandle = body[0],
            Inverted = body[1] != 0,
            Mode = (RenderConditionMode)body[2],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(QueryHandle);
        writer.Put(Inverted);
        writer.Put((uint)Mode);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("query_handle", QueryHandle, VirglObjectType.Query);
        visitor.Flag("condition", Inverted);
        visitor.Choice("mode", Mode);
    }
}
