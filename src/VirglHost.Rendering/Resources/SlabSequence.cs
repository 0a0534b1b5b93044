namespace VirglHost.Rendering.Resources;

/// <summary>Cuts a box into pieces of at most <see cref="TransferEngine.SlabSizeInBytes"/>, without allocating: whole box, else layers, else rows.</summary>
internal ref struct SlabSequence
{
    private readonly BoxLayout _layout;
    private readonly bool _isYInverted;
    private readonly int _rowsPerSlab;
    private readonly bool _isWhole;
    private int _layer;
    private int _row;

    /// <summary>Starts before the first piece.</summary>
    public SlabSequence(in BoxLayout layout, bool isYInverted)
    {
        _layout = layout;
        _isYInverted = isYInverted;
        _isWhole = layout.TightSizeInBytes <= TransferEngine.SlabSizeInBytes;
        _rowsPerSlab = (int)Math.Clamp(TransferEngine.SlabSizeInBytes / layout.RowSizeInBytes, 1, layout.RowCount);
        Current = default;
    }

    /// <summary>The piece.</summary>
    public Slab Current { get; private set; }

    /// <summary>For foreach.</summary>
    public readonly SlabSequence GetEnumerator() => this;

    /// <summary>Goes to the next piece.</summary>
    public bool MoveNext()
    {
        if (_layer >= _layout.LayerCount)
            return false;
        if (_isWhole)
        {
            Current = new Slab(_layout, 0, _layout.LayerCount, 0, _layout.RowCount, _isYInverted);
            _layer = _layout.LayerCount;
            return true;
        }

        int rows = Math.Min(_rowsPerSlab, _layout.RowCount - _row);
        Current = new Slab(_layout, _layer, 1, _row, rows, _isYInverted);
        _row += rows;
        if (_row == _layout.RowCount)
        {
            _row = 0;
            _layer++;
        }

        return true;
    }
}
