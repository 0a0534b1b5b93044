using System.Numerics;
using System.Runtime.InteropServices;
using VirglHost.Testing;

namespace VirglHost.Samples.Triangle;

/// <summary>The triangle, its transformation and its light, and what the screen must look like, computed here on the CPU.</summary>
internal static class TriangleScene
{
    /// <summary>Scissor: left, top, right, bottom. It cuts off the tip and two corners.</summary>
    public static readonly (int Left, int Top, int Right, int Bottom) Scissor = (150, 60, 640, 520);

    /// <summary>Direction towards the light, length 1.</summary>
    public static readonly Vector3 Light = Vector3.Normalize(new Vector3(0.3f, 0.5f, 0.8f));

    public const float Ambient = 0.2f;

    /// <summary>Bytes from one vertex to the next: position and normal as floats, colour as four bytes.</summary>
    public const int Stride = 28;

    private static readonly (Vector3 Position, Vector3 Normal, byte R, byte G, byte B)[] Corners =
    [
        (new(0, 0.85f, 0), new(0, 0.6f, 0.8f), 255, 60, 40),
        (new(-0.85f, -0.75f, 0), new(-0.8f, -0.2f, 0.5f), 40, 255, 60),
        (new(0.85f, -0.75f, 0), new(0.7f, -0.2f, 0.7f), 50, 90, 255),
    ];

    /// <summary>Turns by 10 degrees and keeps the picture's proportions; columns as the shader wants them.</summary>
    public static readonly Vector4[] Columns = MakeColumns();

    public static byte[] VertexBytes()
    {
        byte[] bytes = new byte[Corners.Length * Stride];
        for (int i = 0; i < Corners.Length; i++)
        {
            (Vector3 position, Vector3 normal, byte r, byte g, byte b) = Corners[i];
            Span<byte> vertex = bytes.AsSpan(i * Stride, Stride);
            MemoryMarshal.Write(vertex, position);
            MemoryMarshal.Write(vertex[12..], normal);
            (vertex[24], vertex[25], vertex[26], vertex[27]) = (r, g, b, 255);
        }

        return bytes;
    }

    /// <summary>Compares the screen with the computed picture; pixels next to an edge are left out. Null when it is right.</summary>
    public static string? FindDifference(DisplaySurface surface, byte[] background)
    {
        for (int y = 0; y < surface.Height; y++)
        {
            for (int x = 0; x < surface.Width; x++)
            {
                if (Expect(x, y, surface.Width, surface.Height, background) is not (int, int, int) expected) continue;
                (byte r, byte g, byte b) = surface[x, y];
                if (Math.Abs(r - expected.R) > 2 || Math.Abs(g - expected.G) > 2 || Math.Abs(b - expected.B) > 2)
                    return $"pixel {x},{y} is {(r, g, b)}, expected {expected}";
            }
        }

        return null;
    }

    private static (int R, int G, int B)? Expect(int x, int y, int width, int height, byte[] background)
    {
        Vector3 weights = Weights((x + 0.5f) * 2 / width - 1, 1 - (y + 0.5f) * 2 / height);
        float nearest = Math.Min(weights.X, Math.Min(weights.Y, weights.Z));
        if (Math.Abs(nearest) < 0.004f) return null;
        bool isInside = nearest > 0 && x >= Scissor.Left && x < Scissor.Right && y >= Scissor.Top && y < Scissor.Bottom;
        int at = (y * width + x) * 4;
        return isInside ? Shade(weights) : (background[at], background[at + 1], background[at + 2]);
    }

    private static (int R, int G, int B) Shade(Vector3 weights)
    {
        Vector3 normal = Corners[0].Normal * weights.X + Corners[1].Normal * weights.Y + Corners[2].Normal * weights.Z;
        float light = Math.Min(Math.Max(Vector3.Dot(Vector3.Normalize(normal), Light), 0) + Ambient, 1);
        Vector3 colour = Colour(0) * weights.X + Colour(1) * weights.Y + Colour(2) * weights.Z;
        return ((int)MathF.Round(colour.X * light), (int)MathF.Round(colour.Y * light), (int)MathF.Round(colour.Z * light));
    }

    private static Vector3 Colour(int corner) => new(Corners[corner].R, Corners[corner].G, Corners[corner].B);

    /// <summary>Barycentric coordinates of a point of the screen.</summary>
    private static Vector3 Weights(float x, float y)
    {
        Vector2 a = Project(0), b = Project(1), c = Project(2), p = new(x, y);
        float area = Cross(b - a, c - a);
        return new Vector3(Cross(b - p, c - p), Cross(c - p, a - p), Cross(a - p, b - p)) / area;
    }

    private static float Cross(Vector2 a, Vector2 b) => a.X * b.Y - a.Y * b.X;

    private static Vector2 Project(int corner)
    {
        Vector3 p = Corners[corner].Position;
        Vector4 clip = Columns[0] * p.X + Columns[1] * p.Y + Columns[2] * p.Z + Columns[3];
        return new Vector2(clip.X, clip.Y) / clip.W;
    }

    private static Vector4[] MakeColumns()
    {
        (float sin, float cos) = MathF.SinCos(10 * MathF.PI / 180);
        const float Aspect = 600f / 800f;
        return [new(cos * Aspect, sin, 0, 0), new(-sin * Aspect, cos, 0, 0), new(0, 0, 1, 0), new(0, 0, 0, 1)];
    }
}
