using VirglHost.Linux;
using VirglHost.VhostUser.Memory;
using VirglHost.VhostUser.Queues;

namespace VirglHost.VhostUser.Tests;

/// <summary>A device that answers every request with the bytes it read, and writes down everything the session tells it.</summary>
internal sealed class EchoDevice : IVhostUserDevice
{
    private readonly Stack<DescriptorChain> _spare = [];
    private readonly byte[] _buffer = new byte[1 << 20];

    public ulong Features { get; set; } = 3;

    public int QueueCount => 2;

    public List<string> Events { get; } = [];

    public List<DescriptorChain> Held { get; } = [];

    public VirtQueue?[] Queues { get; } = new VirtQueue?[2];

    public byte[] Config { get; } = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    public UnixSocket? Display { get; private set; }

    public bool HoldsChains { get; set; }

    public bool Interrupts { get; set; } = true;

    public bool CompletesOnStop { get; set; } = true;

    public int PoppedCount { get; private set; }

    public int MalformedCount { get; private set; }

    public string? BrokenReason { get; private set; }

    public int ReadConfig(uint offset, Span<byte> destination)
    {
        int count = offset >= Config.Length ? 0 : Math.Min(destination.Length, Config.Length - (int)offset);
        if (count > 0) Config.AsSpan((int)offset, count).CopyTo(destination);
        return count;
    }

    public void WriteConfig(uint offset, ReadOnlySpan<byte> bytes) => Events.Add($"config {offset} {Convert.ToHexString(bytes)}");

    public void FeaturesNegotiated(ulong features) => Events.Add($"features {features:x}");

    public void MemoryChanging()
    {
    }

    public void MemoryChanged(GuestMemory memory) => Events.Add($"memory {memory.RegionCount}");

    public void QueueStarted(int index, VirtQueue queue)
    {
        Events.Add($"start {index}");
        Queues[index] = queue;
    }

    public void QueueStopping(int index)
    {
        Events.Add($"stop {index}");
        if (CompletesOnStop)
        {
            foreach (DescriptorChain chain in Held.Where(chain => chain.Queue == Queues[index] && chain.IsOutstanding)) Answer(chain);
            Held.RemoveAll(chain => chain.Queue == Queues[index]);
        }

        Queues[index]!.NotifyIfNeeded();
        Queues[index] = null;
    }

    public void DisplaySocketReceived(UnixSocket socket)
    {
        Display?.Dispose();
        Display = socket;
        Events.Add("display");
    }

    public void Reset() => Events.Add("reset");

    public void RequestRefused(string reason) => Events.Add($"refused {reason}");

    public void Tick()
    {
        foreach (VirtQueue? queue in Queues)
        {
            if (queue is { IsBroken: false }) Drain(queue);
        }
    }

    public void Answer(DescriptorChain chain)
    {
        int length = chain.Read(0, _buffer);
        int written = chain.Write(0, _buffer.AsSpan(0, length));
        chain.Queue!.PushUsed(chain, (uint)written);
    }

    private void Drain(VirtQueue queue)
    {
        queue.Kick.TryConsume();
        PopResult result;
        do
        {
            queue.DisableNotifications();
            while (true)
            {
                DescriptorChain chain = _spare.Count > 0 ? _spare.Pop() : new DescriptorChain();
                result = queue.TryPop(chain);
                if (result is PopResult.Empty or PopResult.QueueBroken)
                {
                    _spare.Push(chain);
                    break;
                }

                PoppedCount++;
                Take(queue, chain, result);
            }

            if (Interrupts) queue.NotifyIfNeeded();
        }
        while (result == PopResult.Empty && !queue.EnableNotifications());

        if (result == PopResult.QueueBroken) BrokenReason = queue.BrokenReason;
    }

    private void Take(VirtQueue queue, DescriptorChain chain, PopResult result)
    {
        if (result == PopResult.Malformed)
        {
            MalformedCount++;
            queue.PushUsed(chain, 0);
            _spare.Push(chain);
        }
        else if (HoldsChains)
        {
            Held.Add(chain);
        }
        else
        {
            Answer(chain);
            _spare.Push(chain);
        }
    }
}
