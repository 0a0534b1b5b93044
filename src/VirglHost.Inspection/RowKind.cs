namespace VirglHost.Inspection;

/// <summary>What a line of the tree is about; the page colours and filters by it. The numbers are the page's.</summary>
internal enum RowKind : byte
{
    Frame = 0,
    Submit = 1,
    Context = 2,
    Resource = 3,
    Fence = 4,
    Draw = 5,
    Clear = 6,
    Copy = 7,
    Compute = 8,
    State = 9,
    Object = 10,
    Query = 11,
    Other = 12,
}
