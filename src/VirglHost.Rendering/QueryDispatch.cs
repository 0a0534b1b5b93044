using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>The commands on queries: finds the query that they name.</summary>
internal static class QueryDispatch
{
    /// <summary>Runs one command of this group.</summary>
    public static void Run(RenderContext context, SubContext sub, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.Opcode)
        {
            case VirglOpcode.BeginQuery: sub.Queries.Begin(Require(sub, CommandDispatch.Decode<BeginQueryCommand>(body).Handle, header)); break;
            case VirglOpcode.EndQuery: sub.Queries.End(Require(sub, CommandDispatch.Decode<EndQueryCommand>(body).Handle, header)); break;
            case VirglOpcode.GetQueryResult: sub.Queries.RequestResult(Require(sub, CommandDispatch.Decode<GetQueryResultCommand>(body).Handle, header)); break;
            case VirglOpcode.GetQueryResultToBuffer: ResultToBuffer(context, sub, header, CommandDispatch.Decode<GetQueryResultToBufferCommand>(body)); break;
            case VirglOpcode.SetRenderCondition: SetRenderCondition(sub, CommandDispatch.Decode<SetRenderConditionCommand>(body)); break;
            default: throw GuestFaults.UnknownOpcode(header);
        }
    }

    private static GuestQuery Require(SubContext sub, uint handle, CommandHeader header) =>
        sub.Objects.Find<GuestQuery>(handle) ?? throw GuestFaults.IllegalHandle(handle, header.Opcode);

    private static void ResultToBuffer(RenderContext context, SubContext sub, CommandHeader header, in GetQueryResultToBufferCommand command)
    {
        RenderResource buffer = context.RequireStorage(command.BufferHandle, header.Opcode);
        sub.Queries.ResultToBuffer(Require(sub, command.Handle, header), buffer, command);
    }

    /// <summary>An unknown query changes nothing.</summary>
    private static void SetRenderCondition(SubContext sub, in SetRenderConditionCommand command)
    {
        GuestQuery? query = sub.Objects.Find<GuestQuery>(command.QueryHandle);
        if (query is not null || command.QueryHandle == 0)
        {
            sub.Queries.SetRenderCondition(query, command.Inverted, command.Mode);
        }
    }
}
