using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering.Drawing;

/// <summary>
/// Turns quads, quad strips and polygons, which GL's core profile lacks, into triangles with the same winding and the same provoking vertex.
/// A cursor: each <see cref="Fill"/> writes as many whole primitives as fit. Incomplete primitives at the end or before a restart are dropped.
/// </summary>
internal ref struct IndexRewriter
{
    private const int IndicesPerQuad = 6;
    private const int IndicesPerTriangle = 3;

    private readonly PipePrimitive _primitive;
    private readonly bool _provokesFirst;
    private readonly IndexSource _source;
    private uint _position;
    private uint _a, _b, _c;
    private int _held;

    /// <summary>Starts at the first vertex.</summary>
    /// <param name="primitive">Quads, QuadStrip or Polygon.</param>
    /// <param name="provokesFirst">Whether a primitive's first vertex gives its flat varyings, in place of its last; a polygon's first always does.</param>
    /// <param name="source">The vertices.</param>
    public IndexRewriter(PipePrimitive primitive, bool provokesFirst, IndexSource source)
    {
        _primitive = primitive;
        _provokesFirst = provokesFirst;
        _source = source;
    }

    /// <summary>Whether a primitive is one of the three.</summary>
    public static bool Rewrites(PipePrimitive primitive) => primitive is PipePrimitive.Quads or PipePrimitive.QuadStrip or PipePrimitive.Polygon;

    /// <summary>Writes indices of triangles.</summary>
    /// <param name="triangles">At least 6 long.</param>
    /// <returns>Indices written, a multiple of 3; 0 at the end.</returns>
    public int Fill(Span<uint> triangles)
    {
        int written = 0;
        while (_position < _source.Count && triangles.Length - written >= IndicesPerQuad)
        {
            if (!_source.TryGet(_position++, out uint vertex))
            {
                _held = 0;
                continue;
            }

            written += _primitive switch
            {
                PipePrimitive.Quads => AddToQuad(vertex, triangles[written..]),
                PipePrimitive.QuadStrip => AddToStrip(vertex, triangles[written..]),
                _ => AddToPolygon(vertex, triangles[written..]),
            };
        }

        return written;
    }

    private int AddToQuad(uint vertex, Span<uint> triangles)
    {
        switch (_held++)
        {
            case 0: _a = vertex; return 0;
            case 1: _b = vertex; return 0;
            case 2: _c = vertex; return 0;
            default:
                _held = 0;
                return WriteQuad(_a, _b, _c, vertex, provoking: _provokesFirst ? 0 : 3, triangles);
        }
    }

    private int AddToStrip(uint vertex, Span<uint> triangles)
    {
        switch (_held++)
        {
            case 0: _a = vertex; return 0;
            case 1: _b = vertex; return 0;
            case 2: _c = vertex; return 0;
            default:
                // Around the quad the strip's third and fourth vertex change places; its last vertex is the third on the way round.
                int count = WriteQuad(_a, _b, vertex, _c, provoking: _provokesFirst ? 0 : 2, triangles);
                _a = _c;
                _b = vertex;
                _held = 2;
                return count;
        }
    }

    private int AddToPolygon(uint vertex, Span<uint> triangles)
    {
        switch (_held)
        {
            case 0: _a = vertex; _held = 1; return 0;
            case 1: _b = vertex; _held = 2; return 0;
            default:
                if (_provokesFirst) Write(triangles, _a, _b, vertex);
                else Write(triangles, _b, vertex, _a);
                _b = vertex;
                return IndicesPerTriangle;
        }
    }

    /// <summary>Two triangles that share the provoking corner, which stands first or last in both.</summary>
    private readonly int WriteQuad(uint v0, uint v1, uint v2, uint v3, int provoking, Span<uint> triangles)
    {
        (uint p, uint q, uint r, uint s) = provoking switch
        {
            0 => (v0, v1, v2, v3),
            2 => (v2, v3, v0, v1),
            _ => (v3, v0, v1, v2),
        };
        if (_provokesFirst)
        {
            Write(triangles, p, q, r);
            Write(triangles[IndicesPerTriangle..], p, r, s);
        }
        else
        {
            Write(triangles, q, r, p);
            Write(triangles[IndicesPerTriangle..], r, s, p);
        }

        return IndicesPerQuad;
    }

    private static void Write(Span<uint> triangle, uint first, uint second, uint third)
    {
        triangle[0] = first;
        triangle[1] = second;
        triangle[2] = third;
    }
}
