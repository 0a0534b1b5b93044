namespace VirglHost.Shaders;

/// <summary>A geometry shader's fixed properties.</summary>
/// <param name="InputPrimitive">What one invocation reads.</param>
/// <param name="OutputPrimitive">What it emits: points, line strip or triangle strip.</param>
/// <param name="MaxVertices">Most vertices one invocation emits, 1 to 1024.</param>
/// <param name="Invocations">Invocations per input primitive, 1 to 127.</param>
public readonly record struct GeometryProperties(
    ShaderPrimitive InputPrimitive, ShaderPrimitive OutputPrimitive, int MaxVertices, int Invocations);
