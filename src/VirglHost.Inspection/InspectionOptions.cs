namespace VirglHost.Inspection;

/// <summary>What a page is to hold.</summary>
public sealed record InspectionOptions
{
    /// <summary>The first draw of the page, counted from 1 through the whole recording; what was bound before is known all the same.</summary>
    public long FirstDraw { get; init; } = 1;

    /// <summary>The last draw of the page.</summary>
    public long LastDraw { get; init; } = long.MaxValue;

    /// <summary>Most pixels of a side of a picture, at least 1; 0: no pictures.</summary>
    public int PictureSize { get; init; } = 256;

    // GUEST: a recording of a few kilobytes can unpack to millions of commands. More lines than this no browser shows; later ones are there by their draws.
    internal int MaxLines { get; init; } = 1_000_000;
}
