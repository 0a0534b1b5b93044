namespace VirglHost.Shaders;

/// <summary>A tessellation evaluation shader's fixed properties.</summary>
/// <param name="Domain">Lines (isolines), triangles or quads.</param>
/// <param name="Spacing">How edges are divided.</param>
/// <param name="IsClockwise">Winding of the generated triangles.</param>
/// <param name="IsPointMode">Emits a point per vertex in place of lines or triangles.</param>
public readonly record struct TessEvaluationProperties(ShaderPrimitive Domain, TessSpacing Spacing, bool IsClockwise, bool IsPointMode);
