using System.Globalization;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.Recording;
using VirglHost.Rendering;

namespace VirglHost.Inspection;

/// <summary>Writes down what happens outside of command streams, and where frames begin and end.</summary>
internal sealed class EventLog(InspectionBooks books)
{
    private readonly Dictionary<uint, string> _names = [];
    private Row? _frame;
    private long _memory;
    private int _frames;

    /// <summary>When the last event happened, since the recording began.</summary>
    public TimeSpan Time { get; set; }

    /// <summary>A context with its name.</summary>
    public string NameOf(uint context) => _names.TryGetValue(context, out string? name) && name.Length > 0 ? $"context {context} “{name}”" : $"context {context}";

    /// <summary>Bytes of guest memory that were read since the last call.</summary>
    public string TakeMemory()
    {
        string text = _memory == 0 ? "" : $" · reads {_memory} bytes";
        _memory = 0;
        return text;
    }

    /// <summary>The frame's line, made where there is none.</summary>
    public Row Frame()
    {
        if (_frame is null)
        {
            _frame = new Row("FRAME", RowKind.Frame, 0) { Summary = string.Create(CultureInfo.InvariantCulture, $"{_frames + 1}"), Nanoseconds = 0 };
            books.Rows.Add(_frame);
        }

        return _frame;
    }

    /// <summary>The guest was shown a picture.</summary>
    public void EndFrame()
    {
        _frames++;
        _frame = null;
    }

    public void ReadMemory(int bytes) => _memory += bytes;

    public void CreateContext(uint context, string name)
    {
        _names[context] = name;
        Add("CREATE_CONTEXT", RowKind.Other, $"{context} “{name}”", "[]"u8, []);
    }

    public void DestroyContext(uint context)
    {
        books.Handles.Forget(context, null);
        Add("DESTROY_CONTEXT", RowKind.Other, NameOf(context), "[]"u8, []);
    }

    public void CreateResource(uint id, in ResourceDescription description)
    {
        int number = books.Handles.AddResource(id);
        FieldWriter fields = books.Fields.Begin(0, 0);
        fields.Resource("handle", id);
        Describe(fields, description);
        Create("CREATE_RESOURCE", number, id, LabelOf(description), fields.End());
        if (number >= 0)
            books.Handles.Definitions[number].IsYInverted = ((ResourceFlags)description.Flags).HasFlag(ResourceFlags.YZeroTop);
    }

    public void CreateBlob(uint context, uint id, ulong blob)
    {
        int number = books.Handles.AddResource(id);
        FieldWriter fields = books.Fields.Begin(context, 0);
        fields.Resource("handle", id);
        fields.Note("made_of", $"blob {blob} of {NameOf(context)}");
        Create("CREATE_BLOB", number, id, $"blob {blob}", fields.End());
    }

    public void DestroyResource(uint id)
    {
        int number = books.Handles.FindResource(id);
        int row = Named("DESTROY_RESOURCE", id, "");
        if (number >= 0)
            books.Handles.Definitions[number].DestroyedBy = row;
        books.Handles.RemoveResource(id);
    }

    public void Attach(string name, uint context, uint id) => Named(name, id, $" · {NameOf(context)}");

    public void AttachBacking(uint id, long length) => Named(length < 0 ? "DETACH_BACKING" : "ATTACH_BACKING", id, length < 0 ? "" : $" · {length} bytes of guest memory");

    public void Transfer(string name, uint context, uint id, in TransferRequest request)
    {
        FieldWriter fields = books.Fields.Begin(context, 0);
        fields.Resource("handle", id);
        fields.Number("level", request.Level);
        fields.Number("stride", request.Stride);
        fields.Number("layer_stride", request.LayerStride);
        fields.Box("box", request.Box);
        fields.Whole("offset", (long)Math.Min(request.Offset, long.MaxValue));
        fields.Note("context", NameOf(context));
        byte[] json = fields.End();
        Add(name, RowKind.Resource, fields.Summary + TakeMemory(), json, fields.Named);
    }

    public void ReadPixels(uint id, in PixelRectangle rectangle) => Named("READ_PIXELS", id, $" · {rectangle.Width}×{rectangle.Height} for a screen");

    public void ShowScreen(ScreenPicture picture) =>
        Add("SCREEN", RowKind.Resource, $"screen {picture.Screen} · {picture.Width}×{picture.Height} in plain memory", "[]"u8, []);

    public void Fence(string name, uint context) => Add(name, RowKind.Fence, NameOf(context), "[]"u8, []);

    /// <summary>What tells a resource from others.</summary>
    private static string LabelOf(in ResourceDescription description) => description.Target == PipeTarget.Buffer
        ? $"BUFFER {description.Width} bytes {ProtocolName.Of((BindFlags)description.Bind)}"
        : $"{description.Width}×{description.Height}{(description.Depth > 1 ? $"×{description.Depth}" : "")} {ProtocolName.Of(description.Format)}" +
            $"{(description.Target is PipeTarget.Texture2D or PipeTarget.TextureRect ? "" : $" {ProtocolName.Of(description.Target)}")}" +
            $"{(description.ArraySize > 1 ? $" {description.ArraySize} layers" : "")}{(description.Samples > 1 ? $" {description.Samples} samples" : "")}";

    private static void Describe(FieldWriter fields, in ResourceDescription description)
    {
        fields.Choice("target", description.Target);
        fields.Choice("format", description.Format);
        fields.Choice("bind", (BindFlags)description.Bind);
        fields.Number("width", description.Width);
        fields.Number("height", description.Height);
        fields.Number("depth", description.Depth);
        fields.Number("array_size", description.ArraySize);
        fields.Number("last_level", description.LastLevel);
        fields.Number("nr_samples", description.Samples);
        fields.Choice("flags", (ResourceFlags)description.Flags);
    }

    /// <summary>The line of a new resource, and what it says of itself later on.</summary>
    private void Create(string name, int number, uint id, string label, byte[] fields)
    {
        int row = Add(name, RowKind.Resource, $"res {id} · {label}", fields, number < 0 ? [] : [number]);
        if (number < 0)
            return;
        Definition resource = books.Handles.Definitions[number];
        (resource.Label, resource.Fields, resource.CreatedBy) = (label, fields, row);
    }

    private int Named(string name, uint id, string rest)
    {
        FieldWriter fields = books.Fields.Begin(0, 0);
        fields.Resource("handle", id);
        byte[] json = fields.End();
        return Add(name, RowKind.Resource, fields.Summary + rest + TakeMemory(), json, fields.Named);
    }

    private int Add(string name, RowKind kind, string summary, ReadOnlySpan<byte> fields, IReadOnlyList<int> named)
    {
        if (!books.IsInside)
            return -1;
        Frame();
        return books.Rows.Add(new Row(name, kind, 1) { Summary = summary }, fields, named);
    }
}
