using System.Buffers.Binary;

namespace VirglHost.Recording.Tests;

/// <summary>The outer form of the file, whole, cut, damaged and of another time.</summary>
public sealed class FileTests
{
    private static readonly RecordingOrigin Origin = new("virglhost test", "vtest", "llvmpipe", DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_123));

    [Fact]
    public void Events_of_every_size_come_back_in_order()
    {
        byte[] memory = new byte[3 * RecordingFormat.BlockSizeInBytes + 17];
        new Random(1).NextBytes(memory);
        byte[] file = Record(recorder =>
        {
            recorder.CreateContext(7, "gears");
            recorder.ReadMemory(9, 1L << 40, memory);
            recorder.Submit(7, [1, 2, 3]);
        });

        List<byte> got = [];
        List<EventKind> kinds = [];
        using EventReader reader = new(new MemoryStream(file));
        while (reader.TryRead(out RecordedEvent next))
        {
            kinds.Add(next.Kind);
            if (next.Kind != EventKind.Memory)
                continue;
            EventFields fields = new(next.Kind, next.Payload);
            Assert.Equal(9u, fields.Next());
            Assert.Equal((1UL << 40) + (ulong)got.Count, fields.NextLong());
            got.AddRange(fields.Rest);
        }

        Assert.Equal([EventKind.Origin, EventKind.CreateContext, EventKind.Memory, EventKind.Memory, EventKind.Memory, EventKind.Memory, EventKind.Submit, EventKind.End], kinds);
        Assert.Equal(memory, got);
    }

    [Fact]
    public void File_cut_anywhere_is_truncated_and_nothing_else()
    {
        byte[] file = Record(recorder => recorder.CreateContext(7, "gears"));

        for (int length = RecordingFormat.HeaderSizeInBytes; length < file.Length; length++)
            Assert.Equal(RecordingFault.Truncated, Fault(file[..length]));
        Assert.Null(Fault(file));
    }

    [Fact]
    public void Byte_changed_anywhere_in_a_block_is_damage()
    {
        byte[] file = Record(recorder => recorder.CreateContext(7, "gears"));

        for (int at = RecordingFormat.HeaderSizeInBytes + sizeof(ulong); at < file.Length; at++)
        {
            byte[] changed = [.. file];
            changed[at] ^= 0x11;
            Assert.Equal(RecordingFault.Damaged, Fault(changed));
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(RecordingFormat.BlockSizeInBytes + 1u)]
    [InlineData(uint.MaxValue)]
    public void Block_of_an_impossible_size_is_damage(uint size)
    {
        byte[] file = Record(_ => { });
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(RecordingFormat.HeaderSizeInBytes), size);

        Assert.Equal(RecordingFault.Damaged, Fault(file));
    }

    [Fact]
    public void Text_of_another_kind_is_no_recording()
    {
        Assert.Equal(RecordingFault.NoRecording, Fault("#!/bin/sh\necho this is no recording"u8.ToArray()));
        Assert.Equal(RecordingFault.NoRecording, Fault([]));
    }

    [Fact]
    public void File_of_a_newer_version_is_told_from_a_damaged_one()
    {
        byte[] file = Record(_ => { });
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), RecordingFormat.Version + 1);

        Assert.Equal(RecordingFault.NewerVersion, Fault(file));
    }

    [Fact]
    public void Full_disk_ends_the_recording_and_is_told_once()
    {
        List<IOException> told = [];
        using (Recorder recorder = new(new FullDisk(RecordingFormat.HeaderSizeInBytes), Origin, told.Add))
        {
            byte[] memory = new byte[RecordingFormat.BlockSizeInBytes];
            new Random(2).NextBytes(memory);
            for (int i = 0; i < 4; i++)
                recorder.ReadMemory(1, 0, memory);
        }

        Assert.Single(told);
    }

    [Fact]
    public void Numbers_keep_their_value_at_the_edges()
    {
        EventBuilder builder = new(stackalloc byte[EventBuilder.SizeInBytes]);
        builder.Add(0);
        builder.Add(ulong.MaxValue);
        builder.AddSigned(int.MinValue);
        builder.AddSigned(int.MaxValue);
        builder.AddSigned(-1);
        builder.Add("Ünïcode");

        EventFields fields = new(EventKind.Submit, builder.Bytes);
        Assert.Equal(0u, fields.Next());
        Assert.Equal(ulong.MaxValue, fields.NextLong());
        Assert.Equal(int.MinValue, fields.NextSigned());
        Assert.Equal(int.MaxValue, fields.NextSigned());
        Assert.Equal(-1, fields.NextSigned());
        Assert.Equal("Ünïcode", fields.NextText());
    }

    [Fact]
    public void Field_that_is_missing_or_too_large_is_damage()
    {
        Assert.Equal(RecordingFault.Damaged, Assert.Throws<RecordingException>(() => new EventFields(EventKind.Submit, []).Next()).Fault);
        Assert.Equal(RecordingFault.Damaged, Assert.Throws<RecordingException>(() => new EventFields(EventKind.Submit, [0xFF, 0xFF, 0xFF, 0xFF, 0x1F]).Next()).Fault);
        Assert.Equal(RecordingFault.Damaged, Assert.Throws<RecordingException>(() => new EventFields(EventKind.Submit, [.. Enumerable.Repeat((byte)0x80, 11)]).NextLong()).Fault);
        Assert.Equal(RecordingFault.Damaged, Assert.Throws<RecordingException>(() => new EventFields(EventKind.Submit, [5, 65]).NextText()).Fault);
    }

    [Fact]
    public void Memory_of_a_replay_is_zero_until_written_and_costs_only_what_is()
    {
        PagedStore store = new(1L << 50, new PageBudget(1 << 20));
        store.Write((1L << 16) - 2, [1, 2, 3, 4]);

        byte[] got = new byte[8];
        store.Read((1L << 16) - 4, got);

        Assert.Equal([0, 0, 1, 2, 3, 4, 0, 0], got);
        Assert.True(store.TryGetSpan((1L << 16) - 2, 2, out Span<byte> span));
        Assert.Equal([1, 2], span.ToArray());
        Assert.False(store.TryGetSpan((1L << 16) - 2, 4, out _));
        Assert.False(store.TryGetSpan(1L << 40, 4, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Read((1L << 50) - 1, new byte[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Write(-1, new byte[2]));
    }

    [Fact]
    public void Memory_of_all_resources_of_a_replay_has_a_limit_and_comes_back()
    {
        PageBudget budget = new(3 * PageBudget.PageSizeInBytes);
        PagedStore first = new(1L << 50, budget), second = new(1L << 50, budget);
        first.Write(0, [1]);
        first.Write(1L << 40, [1]);
        second.Write(0, [1]);

        Assert.Equal(RecordingFault.Damaged, Assert.Throws<RecordingException>(() => second.Write(1L << 40, [1])).Fault);
        second.Write(1, [1]);
        first.Release();
        second.Write(1L << 40, [1]);
        second.Write(1L << 41, [1]);
        Assert.Throws<RecordingException>(() => first.Write(0, [1]));
    }

    internal static byte[] Record(Action<Recorder> work)
    {
        MemoryFile file = new();
        using (Recorder recorder = new(file, Origin, fault => throw fault))
            work(recorder);
        return file.Bytes;
    }

    private static RecordingFault? Fault(byte[] file)
    {
        try
        {
            using EventReader reader = new(new MemoryStream(file));
            while (reader.TryRead(out _))
            {
            }

            return null;
        }
        catch (RecordingException fault)
        {
            return fault.Fault;
        }
    }

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > room)
                throw new IOException("No space left on device");
            base.Write(buffer, offset, count);
        }
    }
}
