namespace VirglHost.Shaders.Ir;

/// <summary>TGSI register files, and ours for values that stand for no register.</summary>
internal enum RegisterFile : byte
{
    Scratch,
    Constant,
    Input,
    Output,
    Temporary,
    Sampler,
    Address,
    Immediate,
    SystemValue,
    Image,
    SamplerView,
    Buffer,
    Memory,
    AtomicCounter,
}
