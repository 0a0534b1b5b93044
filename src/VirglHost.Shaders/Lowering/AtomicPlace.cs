using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Lowering;

/// <summary>What an atomic works on.</summary>
/// <param name="Resource">Storage block, shared memory, image or counter.</param>
/// <param name="Element">Which of an arrayed resource.</param>
/// <param name="Address">Word or texel; none for counters.</param>
/// <param name="Sample">Sample of a multisample image.</param>
/// <param name="Kind">Kind of the word or texel.</param>
internal readonly record struct AtomicPlace(VariableId Resource, ExpressionId Element, ExpressionId Address, ExpressionId Sample, ScalarKind Kind);
