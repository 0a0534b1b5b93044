using System.Text.Json;

namespace VirglHost.Inspection;

/// <summary>The list of what a page holds, which its program reads first: the lines of the tree in columns, things, texts and pictures without their contents.</summary>
internal static class PageIndex
{
    private const int ThingBlock = 256;

    public static void Write(PageWriter page, InspectionBooks books, PageFacts facts)
    {
        BlockSequence things = new(page, "o", ThingBlock);
        foreach (Definition thing in books.Handles.Definitions)
            things.Add(ThingOf(thing));
        things.Flush();
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            WriteFacts(json, books, facts);
            WriteRows(json, books);
            WriteThings(json, books);
            WritePictures(json, books);
            WriteTexts(json, books);
            json.WriteEndObject();
        }

        page.WriteBlock("index", buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>A thing's fields and the lines that name it, each as its distance from the one before.</summary>
    private static byte[] ThingOf(Definition thing)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartArray();
            if (thing.Fields.Length == 0)
                json.WriteNullValue();
            else
                json.WriteRawValue(thing.Fields, skipInputValidation: true);
            json.WriteStartArray();
            int last = 0;
            foreach (int row in thing.Uses)
            {
                json.WriteNumberValue(row - last);
                last = row;
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void WriteFacts(Utf8JsonWriter json, InspectionBooks books, PageFacts facts)
    {
        json.WriteString("title", facts.Title);
        json.WriteString("program", facts.Origin.Program);
        json.WriteString("door", facts.Origin.Door);
        json.WriteString("host", facts.Origin.Host);
        json.WriteString("startedAt", facts.Origin.StartedAt);
        json.WriteNumber("seconds", facts.Statistics.Recorded.TotalSeconds);
        json.WriteNumber("events", facts.Statistics.Events);
        json.WriteNumber("memory", facts.Statistics.MemoryInBytes);
        json.WriteNumber("allDraws", facts.Draws);
        json.WriteNumber("refusals", facts.Refusals);
        if (facts.Fault is { } fault)
            json.WriteString("fault", $"{fault.Kind switch { Recording.RecordingFault.Truncated => "Cut short", _ => "Damaged" }}: {fault.Text}");
        json.WriteNumber("limit", books.IsFull ? books.Options.MaxLines : 0);
        json.WriteNumber("pictureSize", books.Options.PictureSize);
        Column(json, "blocks", [InspectionBooks.DetailBlock, InspectionBooks.GroupBlock, InspectionBooks.StateBlock, InspectionBooks.TextBlock, ThingBlock]);
        Column(json, "groups", Enum.GetNames<StateGroup>());
        Column(json, "stages", Enum.GetValues<CommandStream.Gallium.ShaderStage>().Select(CommandStream.ProtocolName.Of));
    }

    private static void WriteRows(Utf8JsonWriter json, InspectionBooks books)
    {
        List<Row> rows = books.Rows.Rows;
        string[] names = [.. rows.Select(row => row.Name).Distinct()];
        Dictionary<string, int> numbers = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        Column(json, "names", names);
        json.WriteStartObject("rows");
        Column(json, "name", rows.Select(row => (long)numbers[row.Name]));
        Column(json, "kind", rows.Select(row => (long)row.Kind));
        Column(json, "depth", rows.Select(row => (long)row.Depth));
        Column(json, "time", rows.Select(row => row.Nanoseconds));
        Column(json, "picture", rows.Select(row => (long)row.Picture));
        Column(json, "state", rows.Select(row => (long)row.State));
        Column(json, "draw", rows.Select(row => row.Draw));
        Column(json, "outcome", rows.Select(row => (long)row.Outcome));
        Column(json, "text", rows.Select(row => row.Summary));
        json.WriteEndObject();
    }

    private static void WriteThings(Utf8JsonWriter json, InspectionBooks books)
    {
        List<Definition> things = books.Handles.Definitions;
        json.WriteStartObject("things");
        Column(json, "kind", things.Select(thing => thing.Kind));
        Column(json, "handle", things.Select(thing => (long)thing.Handle));
        Column(json, "context", things.Select(thing => (long)thing.Context));
        Column(json, "sub", things.Select(thing => (long)thing.SubContext));
        Column(json, "label", things.Select(thing => thing.Label));
        Column(json, "made", things.Select(thing => (long)thing.CreatedBy));
        Column(json, "gone", things.Select(thing => (long)thing.DestroyedBy));
        Column(json, "textNumber", things.Select(thing => (long)thing.Text));
        json.WriteEndObject();
    }

    private static void WritePictures(Utf8JsonWriter json, InspectionBooks books)
    {
        List<PictureEntry> pictures = books.Pictures.Pictures;
        json.WriteStartObject("pictures");
        Column(json, "width", pictures.Select(picture => (long)picture.Width));
        Column(json, "height", pictures.Select(picture => (long)picture.Height));
        Column(json, "block", pictures.Select(picture => (long)picture.Block));
        Column(json, "delta", pictures.Select(picture => picture.IsDelta ? 1L : 0));
        Column(json, "kind", pictures.Select(picture => picture.Kind.ToString()));
        Column(json, "least", pictures.Select(picture => picture.Minimum));
        Column(json, "most", pictures.Select(picture => picture.Maximum));
        json.WriteEndObject();
        json.WriteStartObject("shots");
        Column(json, "picture", books.PictureUses.Select(use => (long)use.Picture));
        Column(json, "thing", books.PictureUses.Select(use => (long)use.Thing));
        Column(json, "place", books.PictureUses.Select(use => use.Place));
        Column(json, "flip", books.PictureUses.Select(use => use.IsBottomUp ? 1L : 0));
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, InspectionBooks books)
    {
        json.WriteStartObject("texts");
        Column(json, "language", books.Texts.Texts.Select(text => text.Language));
        Column(json, "stage", books.Texts.Texts.Select(text => text.Stage));
        Column(json, "lines", books.Texts.Texts.Select(text => (long)text.Lines));
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, string name, IEnumerable<long> values)
    {
        json.WriteStartArray(name);
        foreach (long value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static void Column(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
            json.WriteNumberValue(double.IsFinite(value) ? value : 0);
        json.WriteEndArray();
    }

    private static void Column(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
