using Serilog;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Objects;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Programs;

/// <summary>Puts shaders together whose text came in several packets: one shader per stage may be under way in a sub-context.</summary>
internal sealed class ShaderAssembler(ProgramCache programs, GlslHostFeatures host, ShaderTextHandler? textReceived, ILogger log)
{
    /// <summary>Longest text, far above what any guest's compiler makes.</summary>
    private const int MaxTextInBytes = 16 << 20;

    private const uint NoHandle = 0;

    private readonly Pending[] _pending = new Pending[State.PipelineState.StageCount];

    /// <summary>Takes one packet; the shader where its text is complete, else null.</summary>
    public GuestShader? Accept(in ShaderObject packet)
    {
        ref Pending pending = ref _pending[(int)packet.Stage];
        if (packet.IsContinuation)
        {
            if (pending.Handle != packet.Handle || packet.TextLengthOrOffset != (uint)pending.Received)
            {
                pending = default;
                throw GuestFaults.Malformed(VirglOpcode.CreateObject, "shader continuation that continues nothing");
            }
        }
        else
        {
            bool isInterrupted = pending.Handle != NoHandle;
            pending = default;
            if (isInterrupted)
            {
                throw GuestFaults.Malformed(VirglOpcode.CreateObject, "shader that starts before the last one of its stage is complete");
            }

            Begin(ref pending, packet);
        }

        Append(ref pending, packet.Text);
        if (pending.Received < pending.Total)
        {
            return null;
        }

        Pending complete = pending;
        pending = default;
        return Parse(complete, (ShaderStage)packet.Stage);
    }

    /// <summary>A handle was destroyed: its shader, where it is still incomplete, is dropped.</summary>
    public void Forget(uint handle)
    {
        foreach (ref Pending pending in _pending.AsSpan())
        {
            if (pending.Handle == handle)
            {
                pending = default;
            }
        }
    }

    private static void Begin(ref Pending pending, in ShaderObject packet)
    {
        // GUEST: the total is only compared; memory follows the text that has arrived.
        if (packet.TextLengthOrOffset is 0 or > MaxTextInBytes)
        {
            throw GuestFaults.Malformed(VirglOpcode.CreateObject, $"shader text of {packet.TextLengthOrOffset} bytes");
        }

        pending.Handle = packet.Handle;
        pending.Total = ((int)packet.TextLengthOrOffset + 3) / 4 * 4;
        pending.SharedMemory = packet.SharedMemoryInBytes;
        pending.Strides = packet.StreamOutputs.IsEmpty ? [] : packet.StreamOutputStrides.ToArray();
        pending.Outputs = packet.StreamOutputs.ToArray();
        pending.Text = [];
    }

    private static void Append(ref Pending pending, ReadOnlySpan<byte> text)
    {
        if (text.Length > pending.Total - pending.Received)
        {
            pending = default;
            throw GuestFaults.Malformed(VirglOpcode.CreateObject, "more shader text than announced");
        }

        if (pending.Text.Length < pending.Received + text.Length)
        {
            Array.Resize(ref pending.Text, Math.Min(pending.Total, Math.Max(pending.Received + text.Length, pending.Text.Length * 2)));
        }

        text.CopyTo(pending.Text.AsSpan(pending.Received));
        pending.Received += text.Length;
    }

    private GuestShader Parse(in Pending complete, ShaderStage stage)
    {
        ReadOnlySpan<byte> text = complete.Text.AsSpan(0, complete.Received);
        if (!text[^4..].Contains((byte)0))
        {
            throw GuestFaults.IllegalShader("text does not end in NUL");
        }

        textReceived?.Invoke(stage, text);
        ShaderParseResult result = ShaderTranslator.Parse(text, stage, host);
        if (!result.IsValid)
        {
            foreach (ShaderDiagnostic diagnostic in result.Diagnostics)
            {
                log.Warning("Shader {Handle}, line {Line}, column {Column}: {Message}", complete.Handle, diagnostic.Line, diagnostic.Column, diagnostic.Message);
            }

            if (log.IsEnabled(Serilog.Events.LogEventLevel.Debug))
            {
                log.Debug("Text of shader {Handle}: {Text}", complete.Handle, System.Text.Encoding.ASCII.GetString(text));
            }

            throw GuestFaults.IllegalShader($"{stage} shader {complete.Handle} does not parse");
        }

        ParsedShader parsed = result.Shader!;
        StreamOutputLayout? layout = complete.Outputs.Length == 0 ? null : Layout(parsed.Info, complete);
        return new GuestShader(programs, parsed, layout, (int)Math.Min(complete.SharedMemory, int.MaxValue));
    }

    private static StreamOutputLayout? Layout(ShaderInfo info, in Pending complete)
    {
        Span<int> strides = stackalloc int[complete.Strides.Length];
        for (int i = 0; i < strides.Length; i++)
        {
            strides[i] = (int)Math.Min(complete.Strides[i], ushort.MaxValue);
        }

        // QUIRK: Mesa also lists outputs that its own linker removed because nothing writes them; their place in the buffer is left as it is.
        var outputs = new List<Shaders.StreamOutput>(complete.Outputs.Length);
        foreach (CommandStream.Objects.StreamOutput given in complete.Outputs)
        {
            if (info.HasOutputRegister((int)given.Register))
            {
                outputs.Add(new Shaders.StreamOutput(
                    (int)given.Register, (int)given.StartComponent, (int)given.ComponentCount, (int)given.Buffer, (int)given.OffsetInWords, (int)given.Stream));
            }
        }

        if (outputs.Count == 0)
        {
            return null;
        }

        return StreamOutputLayout.TryCreate(info, strides, outputs.ToArray(), out StreamOutputLayout? layout, out string error)
            ? layout
            : throw GuestFaults.IllegalShader(error);
    }

    private struct Pending
    {
        public uint Handle;
        public int Total;
        public int Received;
        public uint SharedMemory;
        public uint[] Strides;
        public CommandStream.Objects.StreamOutput[] Outputs;
        public byte[] Text;
    }
}
