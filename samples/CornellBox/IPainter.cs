using System.Numerics;

namespace VirglHost.Samples.CornellBox;

/// <summary>Something that runs the box's shaders.</summary>
internal interface IPainter
{
    /// <summary>Draws some rows of the box: onto the screen (ray tracing), or added to the sum of all paths so far (path tracing).</summary>
    /// <param name="firstRow">Top row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="frame">The shader's frame constant.</param>
    void Paint(int firstRow, int rows, Vector4 frame);

    /// <summary>Puts what is there so far on the screen.</summary>
    void Show();

    /// <summary>The screen: red, green, blue, one byte each, top row first.</summary>
    byte[] Read();
}
