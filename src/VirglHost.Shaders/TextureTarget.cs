namespace VirglHost.Shaders;

/// <summary>TGSI texture targets (tgsi.md §7); order and numbers are TGSI's own.</summary>
public enum TextureTarget
{
    /// <summary><c>BUFFER</c></summary>
    Buffer,

    /// <summary><c>1D</c></summary>
    Texture1D,

    /// <summary><c>2D</c></summary>
    Texture2D,

    /// <summary><c>3D</c></summary>
    Texture3D,

    /// <summary><c>CUBE</c></summary>
    Cube,

    /// <summary><c>RECT</c></summary>
    Rect,

    /// <summary><c>SHADOW1D</c></summary>
    Shadow1D,

    /// <summary><c>SHADOW2D</c></summary>
    Shadow2D,

    /// <summary><c>SHADOWRECT</c></summary>
    ShadowRect,

    /// <summary><c>1D_ARRAY</c></summary>
    Texture1DArray,

    /// <summary><c>2D_ARRAY</c></summary>
    Texture2DArray,

    /// <summary><c>SHADOW1D_ARRAY</c></summary>
    Shadow1DArray,

    /// <summary><c>SHADOW2D_ARRAY</c></summary>
    Shadow2DArray,

    /// <summary><c>SHADOWCUBE</c></summary>
    ShadowCube,

    /// <summary><c>2D_MSAA</c></summary>
    Texture2DMultisample,

    /// <summary><c>2D_ARRAY_MSAA</c></summary>
    Texture2DArrayMultisample,

    /// <summary><c>CUBEARRAY</c></summary>
    CubeArray,

    /// <summary><c>SHADOWCUBEARRAY</c></summary>
    ShadowCubeArray,

    /// <summary><c>UNKNOWN</c></summary>
    Unknown,
}
