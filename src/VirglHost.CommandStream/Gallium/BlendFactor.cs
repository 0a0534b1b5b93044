namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_BLENDFACTOR_*: factors of the blend terms; numbers outside the list are illegal.</summary>
public enum BlendFactor : uint
{
    /// <summary>PIPE_BLENDFACTOR_ONE.</summary>
    One = 0x01,
    /// <summary>PIPE_BLENDFACTOR_SRC_COLOR.</summary>
    SrcColor = 0x02,
    /// <summary>PIPE_BLENDFACTOR_SRC_ALPHA.</summary>
    SrcAlpha = 0x03,
    /// <summary>PIPE_BLENDFACTOR_DST_ALPHA.</summary>
    DstAlpha = 0x04,
    /// <summary>PIPE_BLENDFACTOR_DST_COLOR.</summary>
    DstColor = 0x05,
    /// <summary>PIPE_BLENDFACTOR_SRC_ALPHA_SATURATE.</summary>
    SrcAlphaSaturate = 0x06,
    /// <summary>PIPE_BLENDFACTOR_CONST_COLOR.</summary>
    ConstColor = 0x07,
    /// <summary>PIPE_BLENDFACTOR_CONST_ALPHA.</summary>
    ConstAlpha = 0x08,
    /// <summary>PIPE_BLENDFACTOR_SRC1_COLOR.</summary>
    Src1Color = 0x09,
    /// <summary>PIPE_BLENDFACTOR_SRC1_ALPHA.</summary>
    Src1Alpha = 0x0A,
    /// <summary>PIPE_BLENDFACTOR_ZERO.</summary>
    Zero = 0x11,
    /// <summary>PIPE_BLENDFACTOR_INV_SRC_COLOR.</summary>
    InvSrcColor = 0x12,
    /// <summary>PIPE_BLENDFACTOR_INV_SRC_ALPHA.</summary>
    InvSrcAlpha = 0x13,
    /// <summary>PIPE_BLENDFACTOR_INV_DST_ALPHA.</summary>
    InvDstAlpha = 0x14,
    /// <summary>PIPE_BLENDFACTOR_INV_DST_COLOR.</summary>
    InvDstColor = 0x15,
    /// <summary>PIPE_BLENDFACTOR_INV_CONST_COLOR.</summary>
    InvConstColor = 0x17,
    /// <summary>PIPE_BLENDFACTOR_INV_CONST_ALPHA.</summary>
    InvConstAlpha = 0x18,
    /// <summary>PIPE_BLENDFACTOR_INV_SRC1_COLOR.</summary>
    InvSrc1Color = 0x19,
    /// <summary>PIPE_BLENDFACTOR_INV_SRC1_ALPHA.</summary>
    InvSrc1Alpha = 0x1A,
}
