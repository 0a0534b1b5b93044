namespace VirglHost.Shaders.Fuzz;

/// <summary>Makes variant keys that a guest's state could ask for, and many that it could not.</summary>
internal static class KeyMaker
{
    public static ShaderKey Make(SeedCorpus corpus, ShaderInfo info, Random random)
    {
        if (random.Next(4) == 0)
            return ShaderKeyReader.CreateDefault(info.Stage);
        ShaderKey key = new()
        {
            AlphaFunction = (AlphaTestFunction)random.Next(8),
            FlatShade = IsSet(),
            TwoSidedColor = IsSet(),
            PlainConstants = IsSet(),
            PolygonStipple = random.Next(4) == 0,
            InvertFragCoordY = IsSet(),
            DualSourceBlend = random.Next(4) == 0,
            IsLastVertexStage = IsSet(),
            ClipPlaneMask = (byte)random.Next(256),
            IntegerAttributes = (uint)random.Next(),
            UnsignedAttributes = (uint)random.Next(),
            PointSpriteTexcoords = (uint)random.Next(),
            PointSpriteGenerics = (uint)random.Next(),
            ColorBufferCount = random.Next(9),
            SharedMemoryInBytes = random.Next(3) == 0 ? 0 : random.Next(1 << random.Next(31)),
            Previous = Link(corpus, info, random),
            Samplers = IsSet() ? null : SamplerFixups.Create([Fixup(random), Fixup(random), Fixup(random)]),
            StreamOutput = IsSet() ? null : Captures(info, random),
        };
        for (int i = 0; i < ShaderKey.MaxColorBuffers; i++)
            key = key.WithColorBuffer(i, random.Next(3) == 0 ? (ColorBufferKind)random.Next(Enum.GetValues<ColorBufferKind>().Length) : ColorBufferKind.Float);
        return key;

        bool IsSet() => random.Next(2) == 0;
    }

    private static InterfaceLink Link(SeedCorpus corpus, ShaderInfo info, Random random) => random.Next(2) == 0
        ? info.LinkFrom(corpus.Vertices[random.Next(corpus.Vertices.Count)])
        : new InterfaceLink((ShaderStage)random.Next(5), (ulong)random.NextInt64(), (byte)random.Next(4), (byte)random.Next(9), (byte)random.Next(9));

    private static SamplerFixup Fixup(Random random)
    {
        return new SamplerFixup(random.Next(4) == 0 ? random.Next(32) : random.Next(3), Source(), Source(), Source(), Source())
        {
            ClampAxes = Byte(8),
            MirrorAxes = Byte(8),
            SampleCount = Byte(33),
            SampleRatio = Byte(33),
        };

        byte Byte(int below) => (byte)(random.Next(3) == 0 ? random.Next(below) : 0);
        ColorSource Source() => (ColorSource)random.Next(6);
    }

    private static StreamOutputLayout? Captures(ShaderInfo info, Random random)
    {
        var outputs = new StreamOutput[1 + random.Next(4)];
        int word = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            int start = random.Next(4);
            int count = 1 + random.Next(4 - start);
            outputs[i] = new StreamOutput(random.Next(Math.Max(1, info.Outputs.Length)), start, count, random.Next(8) == 0 ? random.Next(4) : 0, word, random.Next(16) == 0 ? random.Next(4) : 0);
            word += count;
        }
        return StreamOutputLayout.TryCreate(info, [0, 0, 0, 0], outputs, out StreamOutputLayout? layout, out _) ? layout : null;
    }
}
