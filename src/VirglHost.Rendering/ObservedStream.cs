using System.Diagnostics;
using VirglHost.CommandStream;
using VirglHost.Rendering.Programs;

namespace VirglHost.Rendering;

/// <summary>Runs a stream as <see cref="RenderContext"/> does, and tells each command to an observer. A renderer without one never comes here.</summary>
internal static class ObservedStream
{
    /// <summary>Runs what the reader has.</summary>
    public static void Run(RenderContext context, ref CommandStream.StreamReader reader, ICommandObserver observer)
    {
        while (reader.TryRead(out CommandHeader header, out ReadOnlySpan<uint> body))
        {
            uint subContext = context.CurrentId;
            long begin = Stopwatch.GetTimestamp();
            string? refusal = null;
            try
            {
                CommandDispatch.Run(context, header, body);
            }
            catch (GuestFaultException refused)
            {
                refusal = refused.Message;
                if (!context.SkipsRefused)
                    throw;
                context.LeaveOut(refused);
            }
            finally
            {
                TimeSpan elapsed = Stopwatch.GetElapsedTime(begin);
                observer.Ran(Describe(context, header, refusal) with
                {
                    ContextId = context.Id,
                    SubContextId = subContext,
                    OffsetInWords = reader.OffsetInWords,
                    Header = header,
                    Body = body,
                    Elapsed = elapsed,
                });
                // The observer may have read textures in another GL context.
                context.CurrentOrNone?.Session.MakeCurrent();
            }
        }
    }

    private static ObservedCommand Describe(RenderContext context, CommandHeader header, string? refusal)
    {
        LinkedProgram? program = null;
        string? drop = null;
        if (refusal is null && context.CurrentOrNone is { } sub)
        {
            if (header.Opcode == VirglOpcode.DrawVbo)
            {
                program = sub.Preparer.Program;
                drop = !sub.State.Framebuffer.IsComplete ? $"the host's OpenGL says that the framebuffer is {sub.State.Framebuffer.Status}"
                    : program is null ? "a shader stage that every draw needs is missing" : null;
            }
            else if (header.Opcode == VirglOpcode.LaunchGrid)
            {
                program = sub.Preparer.ComputeProgram;
                drop = program is null ? "no compute shader is bound" : null;
            }
        }

        return new ObservedCommand
        {
            ContextId = 0,
            SubContextId = 0,
            OffsetInWords = 0,
            Header = header,
            Body = default,
            Elapsed = default,
            Refusal = refusal,
            Drop = drop,
            Shaders = drop is null && program is not null ? program.Texts : default,
        };
    }
}
