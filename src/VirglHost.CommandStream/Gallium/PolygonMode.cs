namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_POLYGON_MODE_*: how polygon faces are filled.</summary>
public enum PolygonMode : uint
{
    /// <summary>FILL.</summary>
    Fill = 0,
    /// <summary>LINE.</summary>
    Line = 1,
    /// <summary>POINT.</summary>
    Point = 2,
    /// <summary>FILL_RECTANGLE: never offered.</summary>
    FillRectangle = 3,
}
