namespace VirglHost.VirtioGpu.Display;

/// <summary>
/// A video timing for a size at 60 Hz by the rules of VESA CVT 1.2, reduced blanking: what an EDID says about the preferred mode. Nobody scans
/// anything out; guests only want numbers that a monitor could have.
/// </summary>
internal readonly record struct ModeTiming(int Width, int Height, int VerticalBlank, int VerticalSync, long ClockInKilohertz)
{
    public const int HorizontalBlank = 160;
    public const int HorizontalFront = 48;
    public const int HorizontalSync = 32;
    public const int VerticalFront = 3;

    private const int RefreshInHertz = 60;
    private const int MinimumBackPorch = 6;
    private const double MinimumBlankInMicroseconds = 460;
    private const int ClockStepInKilohertz = 250;

    public static ModeTiming For(int width, int height)
    {
        int sync = SyncLines(width, height);
        double lineInMicroseconds = (1e6 / RefreshInHertz - MinimumBlankInMicroseconds) / height;
        int blank = Math.Max((int)(MinimumBlankInMicroseconds / lineInMicroseconds) + 1, VerticalFront + sync + MinimumBackPorch);
        long clock = (long)RefreshInHertz * (height + blank) * (width + HorizontalBlank) / 1000;
        return new ModeTiming(width, height, blank, sync, clock / ClockStepInKilohertz * ClockStepInKilohertz);
    }

    // SPEC: VESA CVT 1.2 table 2: the sync width tells the aspect ratio.
    private static int SyncLines(int width, int height)
    {
        if (width * 3 == height * 4) return 4;
        if (width * 9 == height * 16) return 5;
        if (width * 10 == height * 16) return 6;
        if (width * 4 == height * 5 || width * 9 == height * 15) return 7;
        return 10;
    }
}
