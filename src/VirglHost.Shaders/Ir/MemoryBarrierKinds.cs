namespace VirglHost.Shaders.Ir;

/// <summary>What a memory barrier orders; the bits are TGSI's (tgsi.md §8.5).</summary>
[Flags]
internal enum MemoryBarrierKinds
{
    None = 0,
    Storage = 1,
    AtomicCounter = 2,
    Image = 4,
    Shared = 8,
    WorkGroup = 16,
    All = Storage | AtomicCounter | Image | Shared,
}
