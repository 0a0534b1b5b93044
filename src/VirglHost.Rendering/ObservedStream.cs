using System.Diagnostics;
using System.Runtime.ExceptionServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
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
            GuestFaultException? refused = null;
            try
            {
                CommandDispatch.Run(context, header, body);
            }
            catch (GuestFaultException fault)
            {
                refused = fault;
            }

            TimeSpan elapsed = Stopwatch.GetElapsedTime(begin);
            observer.Ran(Describe(context, header, body, refused?.Message) with
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
            if (refused is null)
                continue;
            if (!context.SkipsRefused)
                ExceptionDispatchInfo.Throw(refused);
            context.LeaveOut(refused);
        }
    }

    private static ObservedCommand Describe(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body, string? refusal)
    {
        LinkedProgram? program = null;
        string? drop = null;
        if (refusal is null && context.CurrentOrNone is { } sub)
        {
            if (header.Opcode == VirglOpcode.DrawVbo)
            {
                program = sub.Preparer.Program;
                drop = WhyDropped(sub, body);
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

    /// <summary>Why a draw was dropped; null where nothing speaks against it.</summary>
    private static string? WhyDropped(SubContext sub, ReadOnlySpan<uint> body)
    {
        DrawVboCommand.TryDecode(body, out DrawVboCommand draw);
        if (draw.IndirectHandle == 0 && (draw.InstanceCount == 0 || (draw.Count == 0 && draw.CountFromStreamOut == 0)))
            return "it has no vertices or no instances";
        if (draw.Indexed && sub.State.IndexBuffer.Resource?.Buffer is null)
            return "no index buffer is bound";
        if (sub.State[ShaderStage.Vertex].Shader is null || sub.State[ShaderStage.Fragment].Shader is null)
            return "a shader stage that every draw needs is missing";
        return sub.State.Framebuffer.IsComplete ? null : $"the host's OpenGL says that the framebuffer is {sub.State.Framebuffer.Status}";
    }
}
