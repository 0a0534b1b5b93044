using VirglHost.OpenGL.Objects;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Programs;

/// <summary>A sampler of a program: which slot of which stage feeds which texture unit.</summary>
internal readonly record struct SamplerPlace(int Stage, int Slot, uint Unit, bool IsShadow);

/// <summary>A block of constants of a program: slot 0 is the stage's own, which lie in a storage block where a uniform block is too small.</summary>
internal readonly record struct BlockPlace(int Stage, int Slot, uint Binding, int SizeInBytes, bool IsStorage = false);

/// <summary>Constants of a program outside blocks: which stage's, where, and which version of them the program has; 0 for none.</summary>
internal record struct ConstantPlace(int Stage, int Location, int WordCount, long Version = 0);

/// <summary>A storage block or image of a program.</summary>
internal readonly record struct StoragePlace(int Stage, int Slot, uint Binding, bool IsImage);

/// <summary>A linked GL program and where its resources are bound. Numbers run through the stages, so that GL's combined limits hold.</summary>
internal sealed class LinkedProgram : IDisposable
{
    private const int StageCount = (int)ShaderStage.Compute + 1;

    private readonly GlProgram _program;
    private readonly SamplerFixups?[] _fixups = new SamplerFixups?[StageCount];
    private readonly SamplerPlace[] _samplers;
    private readonly BlockPlace[] _blocks;
    private readonly ConstantPlace[] _constants;
    private readonly StoragePlace[] _storage;

    /// <summary>
    /// Assigns binding numbers to everything that <paramref name="variants"/> name. <paramref name="output"/> is the class of what the last vertex stage
    /// makes, null where the draw decides.
    /// </summary>
    public LinkedProgram(GlProgram program, ReadOnlySpan<ShaderVariant> variants, PrimitiveClass? output)
    {
        _program = program;
        Output = output;
        List<SamplerPlace> samplers = [];
        List<BlockPlace> blocks = [];
        List<ConstantPlace> constants = [];
        List<StoragePlace> storage = [];
        int texts = 0;
        uint imageUnit = 0;
        uint storageBinding = 0;
        uint blockBinding = 0;
        StateLocation = program.GetUniformLocation(StateUniformLayout.Name);
        Texts = new ShaderText[variants.Length];
        foreach (ShaderVariant variant in variants)
        {
            Texts[texts++] = new ShaderText((CommandStream.Gallium.ShaderStage)(int)variant.Info.Stage, variant.Glsl.Source);
            StreamOutput ??= variant.Key.StreamOutput;
            AtomicBuffers |= variant.Info.AtomicBufferMask;
            UsesAdvancedBlend |= variant.Info.UsesAdvancedBlend;
            NumbersDraws |= variant.Info.SystemValues.Contains(ShaderSemantic.DrawId);
            int stage = (int)variant.Info.Stage;
            _fixups[stage] = variant.Key.Samplers;
            foreach (GlslBinding binding in variant.Glsl.Bindings)
            {
                switch (binding.Kind)
                {
                    case GlslBindingKind.UniformBlock when program.SetUniformBlockBinding(binding.Name, blockBinding):
                        blocks.Add(new BlockPlace(stage, binding.Index, blockBinding++, SizeOf(variant.Info, binding.Index)));
                        break;
                    case GlslBindingKind.ConstantStorageBlock when program.SetStorageBlockBinding(binding.Name, storageBinding):
                        blocks.Add(new BlockPlace(stage, binding.Index, storageBinding++, SizeOf(variant.Info, binding.Index), true));
                        break;
                    case GlslBindingKind.ConstantArray when program.GetUniformLocation(binding.Name) is var location and >= 0:
                        constants.Add(new ConstantPlace(stage, location, variant.Info.ConstantCount * 4));
                        break;
                    case GlslBindingKind.Sampler when program.SetUnit(binding.Name, samplers.Count):
                        samplers.Add(new SamplerPlace(stage, binding.Index, (uint)samplers.Count, IsShadow(variant.Info, binding.Index)));
                        break;
                    case GlslBindingKind.StorageBlock when program.SetStorageBlockBinding(binding.Name, storageBinding):
                        storage.Add(new StoragePlace(stage, binding.Index - variant.Info.FirstStorageBuffer, storageBinding++, false));
                        break;
                    case GlslBindingKind.Image when program.SetUnit(binding.Name, (int)imageUnit):
                        storage.Add(new StoragePlace(stage, binding.Index, imageUnit++, true));
                        break;
                    default:
                        break;
                }
            }
        }

        _samplers = [.. samplers];
        _blocks = [.. blocks];
        _constants = [.. constants];
        _storage = [.. storage];
    }

    /// <summary>GL name.</summary>
    public uint Name => _program.Name;

    /// <summary>What the last vertex stage captures; null where nothing.</summary>
    public StreamOutputLayout? StreamOutput { get; }

    /// <summary>Class of the primitives that reach capture and rasteriser; null where the draw's own do.</summary>
    public PrimitiveClass? Output { get; }

    /// <summary>Bit b: the program counts in atomic counter buffer b.</summary>
    public uint AtomicBuffers { get; }

    /// <summary>The fragment shader is made for advanced blend equations.</summary>
    public bool UsesAdvancedBlend { get; }

    /// <summary>A shader reads the number of its draw within the call.</summary>
    public bool NumbersDraws { get; }

    /// <summary>Location of the state array, −1 where the program reads none of it.</summary>
    public int StateLocation { get; }

    /// <summary>Which version of the helper words the program has; 0 for none.</summary>
    public long StateVersion { get; set; }

    /// <summary>The GLSL of each stage, for who looks into a recording.</summary>
    public ShaderText[] Texts { get; }

    /// <summary>Samplers in order of their units.</summary>
    public ReadOnlySpan<SamplerPlace> Samplers => _samplers;

    /// <summary>Uniform blocks.</summary>
    public ReadOnlySpan<BlockPlace> Blocks => _blocks;

    /// <summary>Constants outside blocks. The program keeps them until they change.</summary>
    public Span<ConstantPlace> Constants => _constants;

    /// <summary>Storage blocks and images.</summary>
    public ReadOnlySpan<StoragePlace> Storage => _storage;

    /// <summary>The corrections to texture lookups that a stage was made for; null for none.</summary>
    public SamplerFixups? FixupsOf(int stage) => _fixups[stage];

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    private static int SizeOf(ShaderInfo info, int slot)
    {
        foreach (ShaderUniformBlock block in info.ConstantBuffers)
        {
            if (block.Index == slot)
            {
                return block.LengthInVectors * 16;
            }
        }

        return 16;
    }

    private static bool IsShadow(ShaderInfo info, int slot)
    {
        foreach (ShaderSampler sampler in info.Samplers)
        {
            if (sampler.Index == slot)
            {
                return sampler.IsShadow;
            }
        }

        return false;
    }
}
