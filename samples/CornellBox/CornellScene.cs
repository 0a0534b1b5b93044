using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace VirglHost.Samples.CornellBox;

/// <summary>What is in the box and how it is drawn, the same for whoever draws it.</summary>
internal sealed class CornellScene(bool isPathTraced, int size, int samples)
{
    /// <summary>Lamp points per pixel, along one side of a square, of the ray traced picture.</summary>
    private const int LampPoints = 6;

    private const int Bands = 16, PathsPerDraw = 4;
    private const float Exposure = 1.6f;

    public bool IsPathTraced => isPathTraced;

    /// <summary>Width and height in pixels.</summary>
    public int Size => size;

    /// <summary>File name of the fragment shader, without extension.</summary>
    public string Shader => isPathTraced ? "pathtraced" : "raytraced";

    /// <summary>The frame constant of the last pass, which shows the sum of all paths.</summary>
    public Vector4 ScreenFrame => new(size, size, Exposure, 0);

    /// <summary>The draws, one after the other: rows and the frame constant.</summary>
    public IEnumerable<(int FirstRow, int Rows, Vector4 Frame)> Draws()
    {
        if (isPathTraced)
        {
            for (int first = 0; first < samples; first += PathsPerDraw)
                yield return (0, size, new Vector4(size, size, first, Math.Min(PathsPerDraw, samples - first)));
            yield break;
        }

        for (int band = 0; band < Bands; band++)
        {
            int top = size * band / Bands, bottom = size * (band + 1) / Bands;
            yield return (top, bottom - top, new Vector4(size, size, samples, LampPoints));
        }
    }

    /// <summary>The shaders' block "Scene" in std140, that is, as rows of four floats.</summary>
    public byte[] Block()
    {
        (float tallSine, float tallCosine) = MathF.SinCos(-17 * MathF.PI / 180);
        (float lowSine, float lowCosine) = MathF.SinCos(18 * MathF.PI / 180);
        Vector4[] rows =
        [
            new(0, 1, 4.05f, 0.328f),
            new(-0.235f, -0.19f, 0.235f, 0.19f),
            isPathTraced ? new(17, 14.2f, 10, 0.47f * 0.38f) : new(11, 9.8f, 8, 0.47f * 0.38f),
            new(2, isPathTraced ? 0 : 1, 0, 0),
            new(-0.334f, 0.594f, -0.29f, tallSine), new(0.327f, 0.297f, 0.33f, lowSine),
            new(0.297f, 0.594f, 0.297f, tallCosine), new(0.297f, 0.297f, 0.297f, lowCosine),
            new(-0.42f, 0.26f, 0.56f, 0.26f), Vector4.Zero,
            new(0.63f, 0.065f, 0.05f, 0), new(0.14f, 0.45f, 0.091f, 0),
            new(0.725f, 0.71f, 0.68f, isPathTraced ? 0 : 0.06f), new(0.725f, 0.71f, 0.68f, 0), new(0.725f, 0.71f, 0.68f, 0),
            isPathTraced ? new(0.725f, 0.71f, 0.68f, 0) : new(0.92f, 0.93f, 0.95f, 0.9f), new(0.725f, 0.71f, 0.68f, 0),
            new(0.97f, 0.99f, 0.98f, 0),
        ];
        return MemoryMarshal.AsBytes(rows.AsSpan()).ToArray();
    }

    /// <summary>A file of shaders/cornell, which this program carries in itself.</summary>
    public static byte[] ReadShader(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new FileNotFoundException($"there is no shader {file}");
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }
}
