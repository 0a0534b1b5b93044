using System.Collections.Immutable;

namespace VirglHost.Shaders.Ir;

/// <summary>Operands of a <see cref="ExpressionKind.Call"/>.</summary>
/// <param name="Function">The GLSL function.</param>
/// <param name="Resource">The sampler or image variable.</param>
/// <param name="Element">Element of an arrayed resource, else none.</param>
/// <param name="Arguments">What follows the resource.</param>
/// <param name="OffsetsAt">Where four texel offsets start among the arguments, −1 without.</param>
/// <param name="HasFixups">A lookup that the fix-ups of its sampler's unit apply to.</param>
internal sealed record ResourceCall(
    ResourceFunction Function, VariableId Resource, ExpressionId Element, ImmutableArray<ExpressionId> Arguments, int OffsetsAt = -1,
    bool HasFixups = false);
