namespace VirglHost.CommandStream.Commands;

/// <summary>Viewport transform: window = clip / w * scale + translate.</summary>
/// <param name="ScaleX">Scale x.</param>
/// <param name="ScaleY">Scale y.</param>
/// <param name="ScaleZ">Scale z.</param>
/// <param name="TranslateX">Translate x.</param>
/// <param name="TranslateY">Translate y.</param>
/// <param name="TranslateZ">Translate z.</param>
public readonly record struct Viewport(float ScaleX, float ScaleY, float ScaleZ, float TranslateX, float TranslateY, float TranslateZ);
