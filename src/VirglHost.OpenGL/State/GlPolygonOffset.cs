namespace VirglHost.OpenGL;

/// <summary>Depth offset of polygons.</summary>
/// <param name="FillEnabled">Whether filled polygons are offset.</param>
/// <param name="LineEnabled">Whether polygons drawn as lines are offset.</param>
/// <param name="PointEnabled">Whether polygons drawn as points are offset.</param>
/// <param name="Factor">Multiple of the slope.</param>
/// <param name="Units">Multiple of the smallest step.</param>
/// <param name="Clamp">Bound of the offset, 0 for none; needs GlFeature.PolygonOffsetClamp.</param>
public readonly record struct GlPolygonOffset(bool FillEnabled, bool LineEnabled, bool PointEnabled, float Factor, float Units, float Clamp);
