using System.Buffers.Binary;
using System.Text;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.OpenGL;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>Commands about the host rather than the picture: markers, debug flags, tweaks, memory sizes.</summary>
internal static class NoteDispatch
{
    private const int MaxNoteLength = 256;

    private const int MemoryWords = 6;

    /// <summary>SEND_STRING_MARKER: a message in the host driver's debug output, where tracers of the host find it.</summary>
    public static void Mark(SubContext sub, in SendStringMarkerCommand command)
    {
        if (!command.Text.IsEmpty)
        {
            sub.Session.Gl.DebugMessageInsert(Printable(command.Text));
        }
    }

    /// <summary>SET_DEBUG_FLAGS: what a guest wants its host to log. What is logged here is the operator's choice, so the wish itself is logged.</summary>
    public static void SetDebugFlags(RenderContext context, in SetDebugFlagsCommand command)
    {
        if (context.Parts.Log.IsEnabled(Serilog.Events.LogEventLevel.Debug))
        {
            context.Parts.Log.Debug("Context {Context} asks for the debug flags \"{Flags:l}\"", context.Id, Printable(command.Text));
        }
    }

    /// <summary>SET_TWEAKS: 0 and 1 repair hosts that keep BGRA as RGBA, 2 scales the counts of hosts that cannot count; desktop OpenGL needs neither.</summary>
    /// <exception cref="GuestFaultException">There is no such tweak.</exception>
    public static void SetTweak(in SetTweaksCommand command)
    {
        const uint LastTweak = 2;
        if (command.Id > LastTweak)
        {
            throw GuestFaults.InvalidParameter($"{VirglOpcode.SetTweaks}: there is no tweak {command.Id}");
        }
    }

    /// <summary>GET_MEMORY_INFO: six words into the pages of a resource; total and available memory of the device and for staging, evicted, evictions.</summary>
    /// <exception cref="GuestFaultException">The resource has no room for the answer, or the host has none.</exception>
    public static void GetMemoryInfo(RenderContext context, in GetMemoryInfoCommand command)
    {
        RenderResource resource = context.RequireResource(command.Handle, VirglOpcode.GetMemoryInfo);
        if (resource.Backing is not { } pages || pages.LengthInBytes < MemoryWords * sizeof(uint))
        {
            throw GuestFaults.IllegalResource($"{VirglOpcode.GetMemoryInfo}: resource {resource.Id} has no room for {MemoryWords} words");
        }

        GlSession session = context.Current.Session;
        Span<uint> words = stackalloc uint[MemoryWords];
        words.Clear();
        if (session.Features[GlFeature.MemoryInfoNvx])
        {
            words[0] = Kibibytes(session, GLEnum.GpuMemoryInfoTotalAvailableMemoryNvx);
            words[1] = Kibibytes(session, GLEnum.GpuMemoryInfoCurrentAvailableVidmemNvx);
            words[4] = Kibibytes(session, GLEnum.GpuMemoryInfoEvictedMemoryNvx);
            words[5] = Kibibytes(session, GLEnum.GpuMemoryInfoEvictionCountNvx);
        }
        else if (session.Features[GlFeature.MemoryInfoAti])
        {
            words[0] = words[1] = Kibibytes(session, GLEnum.TextureFreeMemoryAti);
        }
        else
        {
            throw GuestFaults.Unsupported($"{VirglOpcode.GetMemoryInfo} on a host that does not tell its memory");
        }

        Span<byte> bytes = stackalloc byte[MemoryWords * sizeof(uint)];
        for (int i = 0; i < MemoryWords; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * sizeof(uint))..], words[i]);
        }

        pages.Write(0, bytes);
    }

    private static uint Kibibytes(GlSession session, GLEnum name)
    {
        // ATI's query answers four numbers, of which the first is the total.
        Span<int> values = stackalloc int[4];
        values.Clear();
        session.Gl.GetIntegers(name, values);
        return (uint)Math.Max(values[0], 0);
    }

    /// <summary>GUEST: what is not printable ASCII becomes a question mark, and the first NUL ends the text.</summary>
    private static string Printable(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)0);
        text = end < 0 ? text : text[..end];
        text = text[..Math.Min(text.Length, MaxNoteLength)];
        StringBuilder builder = new(text.Length);
        foreach (byte value in text)
        {
            builder.Append(value is >= 0x20 and < 0x7F ? (char)value : '?');
        }

        return builder.ToString();
    }
}
