using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering.Lanes;

/// <summary>Carries out one work on the thread of its lane.</summary>
internal static class LaneWorker
{
    /// <summary>Does it; what it throws is the work's fault.</summary>
    public static void Run(RendererParts parts, RenderWork work)
    {
        RenderContext? context = work.Context;
        if (context is not null)
        {
            context.Awaits = work.Awaits;
            context.Publishes = work.Publishes;
        }

        switch (work.Kind)
        {
            case RenderWorkKind.Submit:
                context!.Submit(work.Words);
                break;
            case RenderWorkKind.TransferToHost:
                parts.Transfers.ToHost(Enter(parts, context), work.Resource!, work.Transfer);
                break;
            case RenderWorkKind.TransferFromHost:
                parts.Transfers.FromHost(Enter(parts, context), work.Resource!, work.Transfer);
                break;
            case RenderWorkKind.Fence:
                work.Fence = new RenderFence(context!.Id, GlFence.Insert(Enter(parts, context).Gl), context.PendingQueries());
                break;
            case RenderWorkKind.Attach:
                context!.Attach(work.Resource!);
                break;
            case RenderWorkKind.Detach:
                Enter(parts, context);
                context!.Detach(work.Resource!.Id);
                break;
            case RenderWorkKind.WriteQueries:
                RenderFence.WriteQueries(work.Queries);
                break;
            case RenderWorkKind.Destroy:
                context!.Dispose();
                break;
            case RenderWorkKind.Publish:
                PublishAll(parts, context);
                break;
            case RenderWorkKind.ReadMail:
                break;
            default:
                throw new InvalidOperationException($"no such work: {work.Kind}");
        }
    }

    /// <summary>Lets other lanes wait for what this one has done.</summary>
    public static void Publish(RendererParts parts, RenderWork work) => parts.HandOvers![parts.Lane].Publish(Enter(parts, work.Context).Gl);

    /// <summary>Every sub-context may have drawn what is wanted now.</summary>
    private static void PublishAll(RendererParts parts, RenderContext? context)
    {
        HandOver own = parts.HandOvers![parts.Lane];
        foreach (SubContext subContext in context?.SubContexts ?? [])
        {
            subContext.Session.MakeCurrent();
            own.Publish(subContext.Session.Gl);
        }

        if (context is null)
        {
            own.Publish(Enter(parts, null).Gl);
        }
    }

    private static GlSession Enter(RendererParts parts, RenderContext? context)
    {
        GlSession session = context?.CurrentOrNone?.Session ?? parts.Root;
        session.MakeCurrent();
        parts.HandOvers!.CatchUp(session, context?.Awaits ?? 0);
        return session;
    }
}
