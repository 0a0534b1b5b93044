using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.Recording;
using VirglHost.Rendering;

namespace VirglHost.Inspection;

/// <summary>Writes down the commands of streams, what was bound at each draw, and pictures.</summary>
internal sealed class CommandLog
{
    private readonly InspectionBooks _books;
    private readonly EventLog _events;
    private readonly IReadOnlyList<uint> _nanoseconds;
    private readonly StateTracker _states;
    private readonly ObjectLog _objects;
    private readonly PictureLog _pictures;
    private long _ordinal;
    private Row? _submit;
    private Row? _run;
    private uint? _subContext;
    private int _commandCount;
    private int _drawCount;

    public CommandLog(InspectionBooks books, EventLog events, IReadOnlyList<uint> nanoseconds)
    {
        (_books, _events, _nanoseconds) = (books, events, nanoseconds);
        _states = new StateTracker(books.Handles);
        _objects = new ObjectLog(books);
        _pictures = new PictureLog(books);
        Enter();
    }

    /// <summary>Draws that ran so far, in the whole recording.</summary>
    public long Draws { get; private set; }

    /// <summary>Commands that were refused.</summary>
    public long Refusals { get; private set; }

    /// <summary>Reads pictures.</summary>
    public Renderer? Renderer { get => _pictures.Renderer; set => _pictures.Renderer = value; }

    /// <summary>A stream of this context begins, where it has not yet.</summary>
    public void Open(uint context)
    {
        if (_submit is not null)
            return;
        _submit = new Row("SUBMIT", RowKind.Submit, 1) { Summary = _events.NameOf(context), Nanoseconds = 0 };
        if (_books.IsInside)
        {
            _events.Frame();
            _books.Rows.Add(_submit);
        }
    }

    /// <summary>The stream ended.</summary>
    public void Close(int words)
    {
        _submit!.Summary += $" · {_commandCount} command{(_commandCount == 1 ? "" : "s")}{(_drawCount == 0 ? "" : _drawCount == 1 ? " · 1 draw" : $" · {_drawCount} draws")} · {words} words{_events.TakeMemory()}";
        _submit = _run = null;
        _subContext = null;
        _commandCount = _drawCount = 0;
    }

    /// <summary>A command ran, or was refused.</summary>
    public void Add(in ObservedCommand command)
    {
        Open(command.ContextId);
        bool isDraw = command.Header.Opcode == VirglOpcode.DrawVbo;
        long draw = isDraw ? Draws + 1 : 0;
        uint time = _ordinal < _nanoseconds.Count ? _nanoseconds[(int)_ordinal] : 0;
        _ordinal++;
        _commandCount++;
        _drawCount += isDraw ? 1 : 0;
        Refusals += command.Refusal is null ? 0 : 1;
        if (_books.IsInside)
            Write(command, draw, time);
        else if (command.Refusal is null)
            Follow(command, -1);
        if (isDraw)
        {
            Draws++;
            Enter();
        }
    }

    /// <summary>A command that never ran.</summary>
    public void AddUnreached(uint context, CommandHeader header, ReadOnlySpan<uint> body, string reason)
    {
        _commandCount++;
        if (!_books.IsInside)
            return;
        FieldWriter fields = _books.Fields.Begin(context, _subContext ?? 0);
        Describe(fields, header, body);
        string summary = fields.Summary;
        fields.Note("!never_ran", reason);
        _books.Rows.Add(new Row(NameOf(header), KindOf(header.Opcode), Depth) { Summary = summary, Outcome = 3 }, fields.End(), fields.Named);
    }

    /// <summary>The guest was shown this resource.</summary>
    public void ShowPicture(uint resource)
    {
        if (_books.IsInside && _books.Rows.Rows.Count > 0)
            _books.Rows.Rows[^1].Picture = _pictures.OfResource(resource, 0, 0, "shown to the guest", isBottomUp: false);
    }

    /// <summary>The guest was shown a picture that no renderer holds.</summary>
    public void ShowScreen(ScreenPicture picture)
    {
        if (_books.IsInside && _books.Rows.Rows.Count > 0)
            _books.Rows.Rows[^1].Picture = _pictures.OfScreen(picture);
    }

    /// <summary>A context or sub-context is gone.</summary>
    public void Forget(uint context, uint? subContext)
    {
        _states.Forget(context, subContext);
        _books.Handles.Forget(context, subContext);
    }

    private byte Depth => (byte)(_run is null ? 2 : 3);

    /// <summary>Whether the next draw is one that was asked for.</summary>
    private void Enter() => _books.IsInside = Draws + 1 >= _books.Options.FirstDraw && Draws < _books.Options.LastDraw;

    private void Write(in ObservedCommand command, long draw, uint time)
    {
        RunOf(command);
        FieldWriter fields = _books.Fields.Begin(command.ContextId, command.SubContextId);
        if (command.Refusal is null && command.Header.Opcode == VirglOpcode.CreateObject)
            _objects.Declare(command);
        Describe(fields, command.Header, command.Body);
        Row row = new(NameOf(command.Header), KindOf(command.Header.Opcode), Depth)
        {
            Summary = fields.Summary,
            Nanoseconds = time,
            Draw = draw,
            Outcome = (byte)(command.Refusal is not null ? 1 : command.Drop is not null ? 2 : 0),
        };
        if (command.Refusal is { } refusal)
            fields.Note("!refused", refusal);
        if (command.Drop is { } drop)
            fields.Note("!did_nothing", drop);
        byte[] json = fields.End();
        int number = _books.Rows.Add(row, json, fields.Named);
        foreach (Row? parent in (ReadOnlySpan<Row?>)[_run, _submit, _events.Frame()])
        {
            if (parent is not null)
                parent.Nanoseconds += time;
        }

        if (command.Refusal is null)
            Follow(command, number);
        if (row.Kind is RowKind.Draw or RowKind.Clear or RowKind.Copy or RowKind.Compute)
            Snapshot(command, row);
    }

    /// <summary>A line of its own for a sub-context, where a stream uses more than one.</summary>
    private void RunOf(in ObservedCommand command)
    {
        if (_subContext == command.SubContextId)
            return;
        bool isFirst = _subContext is null;
        _subContext = command.SubContextId;
        // Mesa's streams begin by choosing their sub-context: that one command is no run of its own.
        if (isFirst || _commandCount <= 2)
            return;
        _run = new Row("SUB_CONTEXT", RowKind.Context, 2) { Summary = $"{command.SubContextId}", Nanoseconds = 0 };
        _books.Rows.Add(_run);
    }

    /// <summary>What a command changed in our own books.</summary>
    private void Follow(in ObservedCommand command, int row)
    {
        switch (command.Header.Opcode)
        {
            case VirglOpcode.CreateObject:
                _objects.Create(command, row);
                break;
            case VirglOpcode.DestroyObject when command.Body.Length > 0:
                _objects.Destroy(command, row);
                break;
            case VirglOpcode.DestroySubContext when command.Body.Length > 0:
                Forget(command.ContextId, command.Body[0]);
                break;
            default:
                _states.Apply(command.ContextId, command.SubContextId, command.Header, command.Body);
                break;
        }
    }

    private void Snapshot(in ObservedCommand command, Row row)
    {
        BoundState state = _states.Of(command.ContextId, command.SubContextId);
        row.Picture = command.Refusal is null ? _pictures.After(command, state) : -1;
        TellProgram(command, state);
        row.State = _books.States.Count;
        int[] groups = state.Intern(_books.Pool, _books.Fields);
        _books.States.Add(System.Text.Encoding.ASCII.GetBytes($"[{string.Join(',', groups)}]"));
    }

    private void TellProgram(in ObservedCommand command, BoundState state)
    {
        List<(string Name, int Shader, int Tgsi, int Glsl)> stages = [];
        bool isGrid = command.Header.Opcode == VirglOpcode.LaunchGrid;
        foreach (ShaderStage stage in Enum.GetValues<ShaderStage>())
        {
            int shader = state.Shader(stage);
            if (shader < 0 || isGrid != (stage == ShaderStage.Compute))
                continue;
            int glsl = -1;
            foreach (ShaderText text in command.Shaders)
                glsl = text.Stage == stage ? _books.Texts.NumberOfGlsl(stage, text.Source) : glsl;
            stages.Add((ProtocolName.Of(stage), shader, _books.Texts.TextOf(shader), glsl));
        }

        int group = BoundState.IndexOf(StateGroup.Program);
        state.Set(group, 0, stages.Count == 0 ? null : writer =>
        {
            foreach ((string name, int shader, int tgsi, int glsl) in stages)
                writer.Shader(name, shader, tgsi, glsl);
        });
    }

    /// <summary>The fields, or the raw words of what is no command.</summary>
    private static void Describe(FieldWriter fields, CommandHeader header, ReadOnlySpan<uint> body)
    {
        if (!DescriptionTable.TryDescribe(header, body, fields))
            fields.Words("!words", body);
    }

    private static string NameOf(CommandHeader header) => DescriptionTable.NameOf(header.Opcode) ?? $"COMMAND {(byte)header.Opcode}";

    private static RowKind KindOf(VirglOpcode opcode) => opcode switch
    {
        VirglOpcode.DrawVbo => RowKind.Draw,
        VirglOpcode.Clear or VirglOpcode.ClearSurface or VirglOpcode.ClearTexture => RowKind.Clear,
        VirglOpcode.Blit or VirglOpcode.ResourceCopyRegion => RowKind.Copy,
        VirglOpcode.LaunchGrid => RowKind.Compute,
        VirglOpcode.ResourceInlineWrite or VirglOpcode.Transfer3D or VirglOpcode.CopyTransfer3D or VirglOpcode.EndTransfers or VirglOpcode.CreatePipeResource or
            VirglOpcode.SetPipeResourceType or VirglOpcode.GetPipeResourceLayout => RowKind.Resource,
        VirglOpcode.CreateObject or VirglOpcode.DestroyObject or VirglOpcode.LinkShader => RowKind.Object,
        VirglOpcode.BeginQuery or VirglOpcode.EndQuery or VirglOpcode.GetQueryResult or VirglOpcode.GetQueryResultToBuffer => RowKind.Query,
        VirglOpcode.CreateSubContext or VirglOpcode.SetSubContext or VirglOpcode.DestroySubContext => RowKind.Context,
        VirglOpcode.Nop or VirglOpcode.SendStringMarker or VirglOpcode.SetDebugFlags or VirglOpcode.SetTweaks or VirglOpcode.MemoryBarrier or VirglOpcode.TextureBarrier or
            VirglOpcode.GetMemoryInfo => RowKind.Other,
        _ when DescriptionTable.NameOf(opcode) is null => RowKind.Other,
        _ => RowKind.State,
    };
}
