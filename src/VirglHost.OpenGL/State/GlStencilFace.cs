namespace VirglHost.OpenGL;

/// <summary>Stencil test of one face.</summary>
/// <param name="Function">Comparison.</param>
/// <param name="Reference">Reference value.</param>
/// <param name="ReadMask">Bits compared.</param>
/// <param name="WriteMask">Bits written.</param>
/// <param name="StencilFail">Operation when the stencil test fails.</param>
/// <param name="DepthFail">Operation when the depth test fails.</param>
/// <param name="DepthPass">Operation when both pass.</param>
public readonly record struct GlStencilFace(
    GLEnum Function, int Reference, uint ReadMask, uint WriteMask, GLEnum StencilFail, GLEnum DepthFail, GLEnum DepthPass)
{
    /// <summary>GL's initial test of a face.</summary>
    public static GlStencilFace Initial => new(GLEnum.Always, 0, uint.MaxValue, uint.MaxValue, GLEnum.Keep, GLEnum.Keep, GLEnum.Keep);
}
