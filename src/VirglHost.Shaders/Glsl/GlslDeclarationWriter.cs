using System.Collections.Immutable;
using System.Text;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>Prints everything above the functions: layouts, blocks, resources, inputs, outputs and registers that are used.</summary>
internal sealed class GlslDeclarationWriter(ShaderModule module, StringBuilder text, bool[] isUsed)
{
    private readonly ImmutableArray<GlslBinding>.Builder _bindings = ImmutableArray.CreateBuilder<GlslBinding>();
    private readonly List<Variable> _wanted = [];

    public ImmutableArray<GlslBinding> Write()
    {
        new GlslLayoutWriter(module, text).Write();
        if (Used(VariableStorage.State).Count > 0) WriteState();
        foreach (Variable variable in Used(VariableStorage.Constants)) WriteConstants(variable);
        foreach (Variable variable in Used(VariableStorage.Storage)) WriteStorage(variable);
        foreach (Variable variable in Used(VariableStorage.Counter)) WriteCounter(variable);
        foreach (Variable variable in Used(VariableStorage.Shared)) WriteShared(variable);
        foreach (Variable variable in Used(VariableStorage.Sampler)) WriteSampler(variable);
        foreach (Variable variable in Used(VariableStorage.Image)) WriteImage(variable);
        foreach (Variable variable in Used(VariableStorage.BuiltIn)) WriteBuiltIn(variable);
        foreach (Variable variable in Used(VariableStorage.Attribute))
            text.Append($"layout(location = {variable.Index}) in {GlslTypes.Of(variable.Type)} {Name(variable)};\n");
        foreach (Variable variable in Used(VariableStorage.VaryingIn)) WriteVaryingIn(variable);
        foreach (Variable variable in Used(VariableStorage.VaryingOut)) WriteVaryingOut(variable);
        foreach (Variable variable in Used(VariableStorage.CaptureOut)) WriteCapture(variable);
        foreach (Variable variable in Used(VariableStorage.FragmentOut)) WriteFragmentOut(variable);
        foreach (Variable variable in Used(VariableStorage.Private)) WritePrivate(variable);
        return _bindings.ToImmutable();
    }

    /// <summary>The list is used again for the next storage.</summary>
    private List<Variable> Used(VariableStorage storage)
    {
        _wanted.Clear();
        for (int i = 0; i < isUsed.Length; i++)
        {
            if (isUsed[i] && module.Variables[i].Storage == storage) _wanted.Add(module.Variables[i]);
        }

        return _wanted;
    }

    private string Name(Variable variable) => GlslNames.Of(module.Stage, variable);

    /// <summary>Always whole: every stage that has it must declare it alike.</summary>
    private void WriteState()
    {
        text.Append($"uniform uvec4 {StateUniformLayout.Name}[{StateUniformLayout.VectorCount}];\n");
        _bindings.Add(new GlslBinding(GlslBindingKind.StateUniform, 0, StateUniformLayout.Name));
    }

    private void WriteConstants(Variable variable)
    {
        string block = GlslNames.Block(module.Stage, variable);
        string type = GlslTypes.Of(variable.Type);
        if (variable.IsPlain)
        {
            text.Append($"uniform {type} {Name(variable)}[{variable.ArrayLength}];\n");
            _bindings.Add(new GlslBinding(GlslBindingKind.ConstantArray, variable.Index, Name(variable)));
            return;
        }

        if (variable.BlockCount == 0)
        {
            text.Append($"layout({(variable.IsLarge ? "std430) readonly buffer" : "std140) uniform")} {block} {{ {type} {Name(variable)}[{variable.ArrayLength}]; }};\n");
            _bindings.Add(new GlslBinding(variable.IsLarge ? GlslBindingKind.ConstantStorageBlock : GlslBindingKind.UniformBlock, variable.Index, block));
            return;
        }

        text.Append($"layout(std140) uniform {block} {{ {type} vectors[{variable.ArrayLength}]; }} {Name(variable)}[{variable.BlockCount}];\n");
        AddElements(GlslBindingKind.UniformBlock, variable, block);
    }

    private void WriteShared(Variable variable) => text.Append($"shared {GlslTypes.Of(variable.Type)} {Name(variable)}[{variable.ArrayLength}];\n");

    private void WriteStorage(Variable variable)
    {
        string block = GlslNames.Block(module.Stage, variable);
        string coherent = variable.IsCoherent ? "coherent " : string.Empty;
        string count = variable.BlockCount > 0 ? $"[{variable.BlockCount}]" : string.Empty;
        text.Append($"layout(std430) {coherent}buffer {block} {{ {GlslTypes.Of(variable.Type)} words[]; }} {Name(variable)}{count};\n");
        if (variable.BlockCount > 0) AddElements(GlslBindingKind.StorageBlock, variable, block);
        else _bindings.Add(new GlslBinding(GlslBindingKind.StorageBlock, variable.Index, block));
    }

    /// <summary>GLSL offers no binding of counters after the link, so the guest's number stands in the text.</summary>
    private void WriteCounter(Variable variable)
    {
        string count = variable.BlockCount > 0 ? $"[{variable.BlockCount}]" : string.Empty;
        text.Append($"layout(binding = {variable.Buffer}, offset = {variable.Index * 4}) uniform atomic_uint {Name(variable)}{count};\n");
    }

    private void AddElements(GlslBindingKind kind, Variable variable, string name)
    {
        for (int i = 0; i < variable.BlockCount; i++)
            _bindings.Add(new GlslBinding(kind, variable.Index + i, $"{name}[{i}]"));
    }

    private void WriteSampler(Variable variable)
    {
        string count = variable.BlockCount > 0 ? $"[{variable.BlockCount}]" : string.Empty;
        text.Append($"uniform {GlslTypes.Sampler(variable.Target, variable.SampledKind)} {Name(variable)}{count};\n");
        if (variable.BlockCount > 0) AddElements(GlslBindingKind.Sampler, variable, Name(variable));
        else _bindings.Add(new GlslBinding(GlslBindingKind.Sampler, variable.Index, Name(variable)));
    }

    private void WriteImage(Variable variable)
    {
        string format = variable.Format.Length > 0 ? $"layout({variable.Format}) " : string.Empty;
        string access = (variable.IsReadable, variable.IsWritable) switch
        {
            (true, true) => string.Empty,
            (true, false) => "readonly ",
            (false, true) => "writeonly ",
            _ => variable.Format.Length > 0 ? "readonly " : "writeonly ",
        };
        string coherent = variable.IsCoherent ? "coherent " : string.Empty;
        string count = variable.BlockCount > 0 ? $"[{variable.BlockCount}]" : string.Empty;
        text.Append($"{format}{coherent}{access}uniform {GlslTypes.Image(variable.Target, variable.SampledKind)} {Name(variable)}{count};\n");
        if (variable.BlockCount > 0) AddElements(GlslBindingKind.Image, variable, Name(variable));
        else _bindings.Add(new GlslBinding(GlslBindingKind.Image, variable.Index, Name(variable)));
    }

    private void WriteBuiltIn(Variable variable)
    {
        ShaderLayout layout = module.Layout;
        switch (variable.BuiltIn)
        {
            case BuiltIn.Position:
                if (variable.IsInvariant) text.Append("invariant gl_Position;\n");
                break;
            case BuiltIn.PointSize:
                if (variable.IsInvariant) text.Append("invariant gl_PointSize;\n");
                break;
            case BuiltIn.ClipDistance: text.Append($"out float gl_ClipDistance[{layout.ClipDistances}];\n"); break;
            case BuiltIn.CullDistance: text.Append($"out float gl_CullDistance[{layout.CullDistances}];\n"); break;
            case BuiltIn.FragmentClipDistance when layout.ClipDistancesIn > 0:
                text.Append($"in float gl_ClipDistance[{layout.ClipDistancesIn}];\n");
                break;
            case BuiltIn.FragmentCullDistance: text.Append($"in float gl_CullDistance[{layout.CullDistancesIn}];\n"); break;
            case BuiltIn.FragDepth when layout.DepthLayout > 0:
                string condition = layout.DepthLayout switch { 1 => "any", 2 => "greater", 3 => "less", _ => "unchanged" };
                text.Append($"layout(depth_{condition}) out float gl_FragDepth;\n");
                break;
            case BuiltIn.FragCoord: WriteFragCoord(layout); break;
        }
    }

    private void WriteFragCoord(ShaderLayout layout)
    {
        if (!layout.FragCoordUpperLeftOrigin && !layout.PixelCenterInteger) return;
        string qualifiers = (layout.FragCoordUpperLeftOrigin, layout.PixelCenterInteger) switch
        {
            (true, true) => "origin_upper_left, pixel_center_integer",
            (true, false) => "origin_upper_left",
            _ => "pixel_center_integer",
        };
        text.Append($"layout({qualifiers}) in vec4 gl_FragCoord;\n");
    }

    private void WriteVaryingIn(Variable variable)
    {
        string prefix = variable.Semantic == ShaderSemantic.Patch ? "patch " : string.Empty;
        if (module.Stage == ShaderStage.Fragment)
        {
            prefix = variable.Interpolation switch
            {
                InterpolationMode.Flat => "flat ",
                InterpolationMode.Linear => "noperspective ",
                _ => string.Empty,
            };
            // Per-sample inputs are read by a function: the producer, which knows nothing of it, would have to be qualified alike.
            if (variable.Location == InterpolationLocation.Centroid) prefix += "centroid ";
        }

        text.Append($"{prefix}in vec4 {Name(variable)}{(variable.ArrayLength == 0 ? string.Empty : "[]")};\n");
    }

    private void WriteVaryingOut(Variable variable)
    {
        string stream = variable.Stream > 0 ? $"layout(stream = {variable.Stream}) " : string.Empty;
        string invariant = variable.IsInvariant ? "invariant " : string.Empty;
        string patch = variable.Semantic == ShaderSemantic.Patch ? "patch " : string.Empty;
        text.Append($"{stream}{invariant}{patch}out vec4 {Name(variable)}{(variable.ArrayLength == 0 ? string.Empty : "[]")};\n");
    }

    private void WriteCapture(Variable variable)
    {
        string stream = variable.Stream > 0 ? $"stream = {variable.Stream}, " : string.Empty;
        CapturePlace place = variable.Capture!.Value;

        // QUIRK: Mesa packs narrow outputs of one interpolation into one slot, and a flat colour among them then comes out smooth. Captures are nobody's
        // input, so flat keeps them apart.
        text.Append($"layout({stream}xfb_buffer = {place.Buffer}, xfb_offset = {place.OffsetInBytes}) flat out {GlslTypes.Of(variable.Type)} {Name(variable)};\n");
    }

    private void WriteFragmentOut(Variable variable)
    {
        string index = variable.IsSecondSource ? ", index = 1" : string.Empty;
        string direction = variable.IsReadable ? "inout" : "out";
        text.Append($"layout(location = {variable.Index}{index}) {direction} {GlslTypes.Of(variable.Type)} {Name(variable)};\n");
    }

    private void WritePrivate(Variable variable)
    {
        string precise = variable.IsPrecise ? "precise " : string.Empty;
        string length = variable.ArrayLength > 0 ? $"[{variable.ArrayLength}]" : string.Empty;
        text.Append($"{precise}{GlslTypes.Of(variable.Type)} {Name(variable)}{length};\n");
    }
}
