namespace VirglHost.CommandStream.Commands;

/// <summary>Viewport transform: window = clip / w * scale + translate.</summary>
/// <param name="ScaleX">Scale x.</param>
/// <param name="ScaleY">Scale y.</param>
/// <param name="ScaleZ">Scale z.</param>
/// <param name="TranslateX">Translate x.</param>
/// <param name="TranslateY">Translate y.</param>
/// <param name="TranslateZ">Translate z.</param>
public readonly record struct Viewport(float ScaleX, float ScaleY, float ScaleZ, float TranslateX, float TranslateY, float TranslateZ)
{
    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Real("scale_x", ScaleX);
        visitor.Real("scale_y", ScaleY);
        visitor.Real("scale_z", ScaleZ);
        visitor.Real("translate_x", TranslateX);
        visitor.Real("translate_y", TranslateY);
        visitor.Real("translate_z", TranslateZ);
    }
}
