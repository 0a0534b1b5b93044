namespace VirglHost.Inspection;

/// <summary>Everything that goes into a page while a recording is played.</summary>
internal sealed class InspectionBooks : IDisposable
{
    /// <summary>Lines of a block of details.</summary>
    public const int DetailBlock = 256;

    /// <summary>Contents of a block of bound state.</summary>
    public const int GroupBlock = 64;

    /// <summary>Draws of a block of state numbers.</summary>
    public const int StateBlock = 512;

    /// <summary>Texts of a block.</summary>
    public const int TextBlock = 8;

    public InspectionBooks(PageWriter page, InspectionOptions options)
    {
        Page = page;
        Options = options;
        Details = new BlockSequence(page, "d", DetailBlock);
        Groups = new BlockSequence(page, "g", GroupBlock);
        States = new BlockSequence(page, "s", StateBlock);
        TextBlocks = new BlockSequence(page, "t", TextBlock);
        Handles = new HandleBook();
        Rows = new RowTable(Details, Handles);
        Fields = new FieldWriter(Handles);
        Pool = new GroupPool(Groups);
        Texts = new TextBook(TextBlocks);
        Pictures = new PictureBook(page);
    }

    public PageWriter Page { get; }

    public InspectionOptions Options { get; }

    public BlockSequence Details { get; }

    public BlockSequence Groups { get; }

    public BlockSequence States { get; }

    public BlockSequence TextBlocks { get; }

    public HandleBook Handles { get; }

    public RowTable Rows { get; }

    public FieldWriter Fields { get; }

    public GroupPool Pool { get; }

    public TextBook Texts { get; }

    public PictureBook Pictures { get; }

    /// <summary>For each kept picture of a line: where it was read and how it is to be shown.</summary>
    public List<PictureUse> PictureUses { get; } = [];

    /// <summary>Whether lines are kept now: the draw that comes next is one that was asked for, and the page has room.</summary>
    public bool IsInside { get => field && !IsFull; set; }

    /// <summary>Whether the page has as many lines as it may.</summary>
    public bool IsFull => Rows.Rows.Count >= Options.MaxLines;

    /// <inheritdoc/>
    public void Dispose() => Fields.Dispose();

    /// <summary>Writes what is left of all blocks.</summary>
    public void Flush()
    {
        Details.Flush();
        Groups.Flush();
        States.Flush();
        TextBlocks.Flush();
        Pictures.Flush();
    }
}
