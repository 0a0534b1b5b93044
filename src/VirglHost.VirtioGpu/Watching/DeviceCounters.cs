using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Watching;

/// <summary>
/// What the device has done since it started. The GPU thread adds, which costs an increment; any thread may read, and sees each number whole.
/// </summary>
internal sealed class DeviceCounters
{
    private const int GroupShift = 8;
    private const int GroupSize = 32;

    /// <summary>Commands by type; see <see cref="IndexOf"/>.</summary>
    public long[] Commands { get; } = new long[4 * GroupSize];

    /// <summary>Finished frames of each screen: flushes that touched it.</summary>
    public long[] Frames { get; } = new long[DisplayModeArray.Count];

    /// <summary>Commands that were answered with an error.</summary>
    public long Refusals { get; set; }

    /// <summary>Bytes of VirGL streams submitted.</summary>
    public long StreamBytes { get; set; }

    /// <summary>Front-ends served so far.</summary>
    public long Connections { get; set; }

    /// <summary>Now: the guest's contexts.</summary>
    public long Contexts { get; set; }

    /// <summary>Now: the guest's resources.</summary>
    public long Resources { get; set; }

    /// <summary>Now: bytes that they hold on the host.</summary>
    public long MemoryUsed { get; set; }

    /// <summary>Bytes that they may hold.</summary>
    public long MemoryBudget { get; set; }

    /// <summary>Now: requests that wait for a fence.</summary>
    public long FencesWaiting { get; set; }

    /// <summary>Place of a command in <see cref="Commands"/>; 0 for what is no command.</summary>
    public static int IndexOf(ControlType type)
    {
        // GUEST: any word. The groups 0x100, 0x200 and 0x300 have fewer than 32 commands each.
        uint group = (uint)type >> GroupShift, place = (uint)type & 0xff;
        return group is >= 1 and <= 3 && place < GroupSize ? (int)(group * GroupSize + place) : 0;
    }

    /// <summary>The command at a place of <see cref="Commands"/>.</summary>
    public static ControlType TypeAt(int index) => (ControlType)((uint)(index / GroupSize) << GroupShift | (uint)(index % GroupSize));

    public void Count(ControlType type) => Commands[IndexOf(type)]++;
}
