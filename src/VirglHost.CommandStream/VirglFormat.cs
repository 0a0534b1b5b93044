namespace VirglHost.CommandStream;

/// <summary>VIRGL_FORMAT_*: texel and vertex formats of the wire. Channels run from the lowest memory address or, for packed formats, from the lowest bit.</summary>
public enum VirglFormat : uint
{
    /// <summary>VIRGL_FORMAT_NONE.</summary>
    None = 0,
    /// <summary>VIRGL_FORMAT_B8G8R8A8_UNORM.</summary>
    B8G8R8A8Unorm = 1,
    /// <summary>VIRGL_FORMAT_B8G8R8X8_UNORM.</summary>
    B8G8R8X8Unorm = 2,
    /// <summary>VIRGL_FORMAT_A8R8G8B8_UNORM.</summary>
    A8R8G8B8Unorm = 3,
    /// <summary>VIRGL_FORMAT_X8R8G8B8_UNORM.</summary>
    X8R8G8B8Unorm = 4,
    /// <summary>VIRGL_FORMAT_B5G5R5A1_UNORM.</summary>
    B5G5R5A1Unorm = 5,
    /// <summary>VIRGL_FORMAT_B4G4R4A4_UNORM.</summary>
    B4G4R4A4Unorm = 6,
    /// <summary>VIRGL_FORMAT_B5G6R5_UNORM.</summary>
    B5G6R5Unorm = 7,
    /// <summary>VIRGL_FORMAT_R10G10B10A2_UNORM.</summary>
    R10G10B10A2Unorm = 8,
    /// <summary>VIRGL_FORMAT_L8_UNORM.</summary>
    L8Unorm = 9,
    /// <summary>VIRGL_FORMAT_A8_UNORM.</summary>
    A8Unorm = 10,
    /// <summary>VIRGL_FORMAT_I8_UNORM.</summary>
    I8Unorm = 11,
    /// <summary>VIRGL_FORMAT_L8A8_UNORM.</summary>
    L8A8Unorm = 12,
    /// <summary>VIRGL_FORMAT_L16_UNORM.</summary>
    L16Unorm = 13,
    /// <summary>VIRGL_FORMAT_U8Y8V8Y8_422_UNORM.</summary>
    U8Y8V8Y8At422Unorm = 14,
    /// <summary>VIRGL_FORMAT_Y8U8Y8V8_422_UNORM.</summary>
    Y8U8Y8V8At422Unorm = 15,
    /// <summary>VIRGL_FORMAT_Z16_UNORM.</summary>
    Z16Unorm = 16,
    /// <summary>VIRGL_FORMAT_Z32_UNORM.</summary>
    Z32Unorm = 17,
    /// <summary>VIRGL_FORMAT_Z32_FLOAT.</summary>
    Z32Float = 18,
    /// <summary>VIRGL_FORMAT_Z24_UNORM_S8_UINT.</summary>
    Z24UnormS8Uint = 19,
    /// <summary>VIRGL_FORMAT_S8_UINT_Z24_UNORM.</summary>
    S8UintZ24Unorm = 20,
    /// <summary>VIRGL_FORMAT_Z24X8_UNORM.</summary>
    Z24X8Unorm = 21,
    /// <summary>VIRGL_FORMAT_X8Z24_UNORM.</summary>
    X8Z24Unorm = 22,
    /// <summary>VIRGL_FORMAT_S8_UINT.</summary>
    S8Uint = 23,
    /// <summary>VIRGL_FORMAT_R64_FLOAT.</summary>
    R64Float = 24,
    /// <summary>VIRGL_FORMAT_R64G64_FLOAT.</summary>
    R64G64Float = 25,
    /// <summary>VIRGL_FORMAT_R64G64B64_FLOAT.</summary>
    R64G64B64Float = 26,
    /// <summary>VIRGL_FORMAT_R64G64B64A64_FLOAT.</summary>
    R64G64B64A64Float = 27,
    /// <summary>VIRGL_FORMAT_R32_FLOAT.</summary>
    R32Float = 28,
    /// <summary>VIRGL_FORMAT_R32G32_FLOAT.</summary>
    R32G32Float = 29,
    /// <summary>VIRGL_FORMAT_R32G32B32_FLOAT.</summary>
    R32G32B32Float = 30,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_FLOAT.</summary>
    R32G32B32A32Float = 31,
    /// <summary>VIRGL_FORMAT_R32_UNORM.</summary>
    R32Unorm = 32,
    /// <summary>VIRGL_FORMAT_R32G32_UNORM.</summary>
    R32G32Unorm = 33,
    /// <summary>VIRGL_FORMAT_R32G32B32_UNORM.</summary>
    R32G32B32Unorm = 34,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_UNORM.</summary>
    R32G32B32A32Unorm = 35,
    /// <summary>VIRGL_FORMAT_R32_USCALED.</summary>
    R32Uscaled = 36,
    /// <summary>VIRGL_FORMAT_R32G32_USCALED.</summary>
    R32G32Uscaled = 37,
    /// <summary>VIRGL_FORMAT_R32G32B32_USCALED.</summary>
    R32G32B32Uscaled = 38,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_USCALED.</summary>
    R32G32B32A32Uscaled = 39,
    /// <summary>VIRGL_FORMAT_R32_SNORM.</summary>
    R32Snorm = 40,
    /// <summary>VIRGL_FORMAT_R32G32_SNORM.</summary>
    R32G32Snorm = 41,
    /// <summary>VIRGL_FORMAT_R32G32B32_SNORM.</summary>
    R32G32B32Snorm = 42,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_SNORM.</summary>
    R32G32B32A32Snorm = 43,
    /// <summary>VIRGL_FORMAT_R32_SSCALED.</summary>
    R32Sscaled = 44,
    /// <summary>VIRGL_FORMAT_R32G32_SSCALED.</summary>
    R32G32Sscaled = 45,
    /// <summary>VIRGL_FORMAT_R32G32B32_SSCALED.</summary>
    R32G32B32Sscaled = 46,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_SSCALED.</summary>
    R32G32B32A32Sscaled = 47,
    /// <summary>VIRGL_FORMAT_R16_UNORM.</summary>
    R16Unorm = 48,
    /// <summary>VIRGL_FORMAT_R16G16_UNORM.</summary>
    R16G16Unorm = 49,
    /// <summary>VIRGL_FORMAT_R16G16B16_UNORM.</summary>
    R16G16B16Unorm = 50,
    /// <summary>VIRGL_FORMAT_R16G16B16A16_UNORM.</summary>
    R16G16B16A16Unorm = 51,
    /// <summary>VIRGL_FORMAT_R16_USCALED.</summary>
    R16Uscaled = 52,
    /// <summary>VIRGL_FORMAT_R16G16_USCALED.</summary>
    R16G16Uscaled = 53,
    /// <summary>VIRGL_FORMAT_R16G16B16_USCALED.</summary>
    R16G16B16Uscaled = 54,
    /// <summary>VIRGL_FORMAT_R16G16B16A16_USCALED.</summary>
    R16G16B16A16Uscaled = 55,
    /// <summary>VIRGL_FORMAT_R16_SNORM.</summary>
    R16Snorm = 56,
    /// <summary>VIRGL_FORMAT_R16G16_SNORM.</summary>
    R16G16Snorm = 57,
    /// <summary>VIRGL_FORMAT_R16G16B16_SNORM.</summary>
    R16G16B16Snorm = 58,
    /// <summary>VIRGL_FORMAT_R16G16B16A16_SNORM.</summary>
    R16G16B16A16Snorm = 59,
    /// <summary>VIRGL_FORMAT_R16_SSCALED.</summary>
    R16Sscaled = 60,
    /// <summary>VIRGL_FORMAT_R16G16_SSCALED.</summary>
    R16G16Sscaled = 61,
    /// <summary>VIRGL_FORMAT_R16G16B16_SSCALED.</summary>
    R16G16B16Sscaled = 62,
    /// <summary>VIRGL_FORMAT_R16G16B16A16_SSCALED.</summary>
    R16G16B16A16Sscaled = 63,
    /// <summary>VIRGL_FORMAT_R8_UNORM.</summary>
    R8Unorm = 64,
    /// <summary>VIRGL_FORMAT_R8G8_UNORM.</summary>
    R8G8Unorm = 65,
    /// <summary>VIRGL_FORMAT_R8G8B8_UNORM.</summary>
    R8G8B8Unorm = 66,
    /// <summary>VIRGL_FORMAT_R8G8B8A8_UNORM.</summary>
    R8G8B8A8Unorm = 67,
    /// <summary>VIRGL_FORMAT_X8B8G8R8_UNORM.</summary>
    X8B8G8R8Unorm = 68,
    /// <summary>VIRGL_FORMAT_R8_USCALED.</summary>
    R8Uscaled = 69,
    /// <summary>VIRGL_FORMAT_R8G8_USCALED.</summary>
    R8G8Uscaled = 70,
    /// <summary>VIRGL_FORMAT_R8G8B8_USCALED.</summary>
    R8G8B8Uscaled = 71,
    /// <summary>VIRGL_FORMAT_R8G8B8A8_USCALED.</summary>
    R8G8B8A8Uscaled = 72,
    /// <summary>VIRGL_FORMAT_R8_SNORM.</summary>
    R8Snorm = 74,
    /// <summary>VIRGL_FORMAT_R8G8_SNORM.</summary>
    R8G8Snorm = 75,
    /// <summary>VIRGL_FORMAT_R8G8B8_SNORM.</summary>
    R8G8B8Snorm = 76,
    /// <summary>VIRGL_FORMAT_R8G8B8A8_SNORM.</summary>
    R8G8B8A8Snorm = 77,
    /// <summary>VIRGL_FORMAT_R8_SSCALED.</summary>
    R8Sscaled = 82,
    /// <summary>VIRGL_FORMAT_R8G8_SSCALED.</summary>
    R8G8Sscaled = 83,
    /// <summary>VIRGL_FORMAT_R8G8B8_SSCALED.</summary>
    R8G8B8Sscaled = 84,
    /// <summary>VIRGL_FORMAT_R8G8B8A8_SSCALED.</summary>
    R8G8B8A8Sscaled = 85,
    /// <summary>VIRGL_FORMAT_R32_FIXED.</summary>
    R32Fixed = 87,
    /// <summary>VIRGL_FORMAT_R32G32_FIXED.</summary>
    R32G32Fixed = 88,
    /// <summary>VIRGL_FORMAT_R32G32B32_FIXED.</summary>
    R32G32B32Fixed = 89,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_FIXED.</summary>
    R32G32B32A32Fixed = 90,
    /// <summary>VIRGL_FORMAT_R16_FLOAT.</summary>
    R16Float = 91,
    /// <summary>VIRGL_FORMAT_R16G16_FLOAT.</summary>
    R16G16Float = 92,
    /// <summary>VIRGL_FORMAT_R16G16B16_FLOAT.</summary>
    R16G16B16Float = 93,
    /// <summary>VIRGL_FORMAT_R16G16B16A16_FLOAT.</summary>
    R16G16B16A16Float = 94,
    /// <summary>VIRGL_FORMAT_L8_SRGB.</summary>
    L8Srgb = 95,
    /// <summary>VIRGL_FORMAT_L8A8_SRGB.</summary>
    L8A8Srgb = 96,
    /// <summary>VIRGL_FORMAT_R8G8B8_SRGB.</summary>
    R8G8B8Srgb = 97,
    /// <summary>VIRGL_FORMAT_A8B8G8R8_SRGB.</summary>
    A8B8G8R8Srgb = 98,
    /// <summary>VIRGL_FORMAT_X8B8G8R8_SRGB.</summary>
    X8B8G8R8Srgb = 99,
    /// <summary>VIRGL_FORMAT_B8G8R8A8_SRGB.</summary>
    B8G8R8A8Srgb = 100,
    /// <summary>VIRGL_FORMAT_B8G8R8X8_SRGB.</summary>
    B8G8R8X8Srgb = 101,
    /// <summary>VIRGL_FORMAT_A8R8G8B8_SRGB.</summary>
    A8R8G8B8Srgb = 102,
    /// <summary>VIRGL_FORMAT_X8R8G8B8_SRGB.</summary>
    X8R8G8B8Srgb = 103,
    /// <summary>VIRGL_FORMAT_R8G8B8A8_SRGB.</summary>
    R8G8B8A8Srgb = 104,
    /// <summary>VIRGL_FORMAT_DXT1_RGB.</summary>
    Dxt1Rgb = 105,
    /// <summary>VIRGL_FORMAT_DXT1_RGBA.</summary>
    Dxt1Rgba = 106,
    /// <summary>VIRGL_FORMAT_DXT3_RGBA.</summary>
    Dxt3Rgba = 107,
    /// <summary>VIRGL_FORMAT_DXT5_RGBA.</summary>
    Dxt5Rgba = 108,
    /// <summary>VIRGL_FORMAT_DXT1_SRGB.</summary>
    Dxt1Srgb = 109,
    /// <summary>VIRGL_FORMAT_DXT1_SRGBA.</summary>
    Dxt1Srgba = 110,
    /// <summary>VIRGL_FORMAT_DXT3_SRGBA.</summary>
    Dxt3Srgba = 111,
    /// <summary>VIRGL_FORMAT_DXT5_SRGBA.</summary>
    Dxt5Srgba = 112,
    /// <summary>VIRGL_FORMAT_RGTC1_UNORM.</summary>
    Rgtc1Unorm = 113,
    /// <summary>VIRGL_FORMAT_RGTC1_SNORM.</summary>
    Rgtc1Snorm = 114,
    /// <summary>VIRGL_FORMAT_RGTC2_UNORM.</summary>
    Rgtc2Unorm = 115,
    /// <summary>VIRGL_FORMAT_RGTC2_SNORM.</summary>
    Rgtc2Snorm = 116,
    /// <summary>VIRGL_FORMAT_R8G8_B8G8_422_UNORM.</summary>
    R8G8WithB8G8At422Unorm = 117,
    /// <summary>VIRGL_FORMAT_G8R8_G8B8_422_UNORM.</summary>
    G8R8WithG8B8At422Unorm = 118,
    /// <summary>VIRGL_FORMAT_R8SG8SB8UX8U_NORM.</summary>
    R8SG8SB8UX8UNorm = 119,
    /// <summary>VIRGL_FORMAT_R5SG5SB6U_NORM.</summary>
    R5SG5SB6UNorm = 120,
    /// <summary>VIRGL_FORMAT_A8B8G8R8_UNORM.</summary>
    A8B8G8R8Unorm = 121,
    /// <summary>VIRGL_FORMAT_B5G5R5X1_UNORM.</summary>
    B5G5R5X1Unorm = 122,
    /// <summary>VIRGL_FORMAT_R10G10B10A2_USCALED.</summary>
    R10G10B10A2Uscaled = 123,
    /// <summary>VIRGL_FORMAT_R11G11B10_FLOAT.</summary>
    R11G11B10Float = 124,
    /// <summary>VIRGL_FORMAT_R9G9B9E5_FLOAT.</summary>
    R9G9B9E5Float = 125,
    /// <summary>VIRGL_FORMAT_Z32_FLOAT_S8X24_UINT.</summary>
    Z32FloatS8X24Uint = 126,
    /// <summary>VIRGL_FORMAT_R1_UNORM.</summary>
    R1Unorm = 127,
    /// <summary>VIRGL_FORMAT_R10G10B10X2_USCALED.</summary>
    R10G10B10X2Uscaled = 128,
    /// <summary>VIRGL_FORMAT_R10G10B10X2_SNORM.</summary>
    R10G10B10X2Snorm = 129,
    /// <summary>VIRGL_FORMAT_L4A4_UNORM.</summary>
    L4A4Unorm = 130,
    /// <summary>VIRGL_FORMAT_B10G10R10A2_UNORM.</summary>
    B10G10R10A2Unorm = 131,
    /// <summary>VIRGL_FORMAT_R10SG10SB10SA2U_NORM.</summary>
    R10SG10SB10SA2UNorm = 132,
    /// <summary>VIRGL_FORMAT_R8G8Bx_SNORM.</summary>
    R8G8BxSnorm = 133,
    /// <summary>VIRGL_FORMAT_R8G8B8X8_UNORM.</summary>
    R8G8B8X8Unorm = 134,
    /// <summary>VIRGL_FORMAT_B4G4R4X4_UNORM.</summary>
    B4G4R4X4Unorm = 135,
    /// <summary>VIRGL_FORMAT_X24S8_UINT.</summary>
    X24S8Uint = 136,
    /// <summary>VIRGL_FORMAT_S8X24_UINT.</summary>
    S8X24Uint = 137,
    /// <summary>VIRGL_FORMAT_X32_S8X24_UINT.</summary>
    X32WithS8X24Uint = 138,
    /// <summary>VIRGL_FORMAT_B2G3R3_UNORM.</summary>
    B2G3R3Unorm = 139,
    /// <summary>VIRGL_FORMAT_L16A16_UNORM.</summary>
    L16A16Unorm = 140,
    /// <summary>VIRGL_FORMAT_A16_UNORM.</summary>
    A16Unorm = 141,
    /// <summary>VIRGL_FORMAT_I16_UNORM.</summary>
    I16Unorm = 142,
    /// <summary>VIRGL_FORMAT_LATC1_UNORM.</summary>
    Latc1Unorm = 143,
    /// <summary>VIRGL_FORMAT_LATC1_SNORM.</summary>
    Latc1Snorm = 144,
    /// <summary>VIRGL_FORMAT_LATC2_UNORM.</summary>
    Latc2Unorm = 145,
    /// <summary>VIRGL_FORMAT_LATC2_SNORM.</summary>
    Latc2Snorm = 146,
    /// <summary>VIRGL_FORMAT_A8_SNORM.</summary>
    A8Snorm = 147,
    /// <summary>VIRGL_FORMAT_L8_SNORM.</summary>
    L8Snorm = 148,
    /// <summary>VIRGL_FORMAT_L8A8_SNORM.</summary>
    L8A8Snorm = 149,
    /// <summary>VIRGL_FORMAT_I8_SNORM.</summary>
    I8Snorm = 150,
    /// <summary>VIRGL_FORMAT_A16_SNORM.</summary>
    A16Snorm = 151,
    /// <summary>VIRGL_FORMAT_L16_SNORM.</summary>
    L16Snorm = 152,
    /// <summary>VIRGL_FORMAT_L16A16_SNORM.</summary>
    L16A16Snorm = 153,
    /// <summary>VIRGL_FORMAT_I16_SNORM.</summary>
    I16Snorm = 154,
    /// <summary>VIRGL_FORMAT_A16_FLOAT.</summary>
    A16Float = 155,
    /// <summary>VIRGL_FORMAT_L16_FLOAT.</summary>
    L16Float = 156,
    /// <summary>VIRGL_FORMAT_L16A16_FLOAT.</summary>
    L16A16Float = 157,
    /// <summary>VIRGL_FORMAT_I16_FLOAT.</summary>
    I16Float = 158,
    /// <summary>VIRGL_FORMAT_A32_FLOAT.</summary>
    A32Float = 159,
    /// <summary>VIRGL_FORMAT_L32_FLOAT.</summary>
    L32Float = 160,
    /// <summary>VIRGL_FORMAT_L32A32_FLOAT.</summary>
    L32A32Float = 161,
    /// <summary>VIRGL_FORMAT_I32_FLOAT.</summary>
    I32Float = 162,
    /// <summary>VIRGL_FORMAT_Y8_V8_U8_420_UNORM.</summary>
    Y8WithV8WithU8At420Unorm = 163,
    /// <summary>VIRGL_FORMAT_Y8_V8_U8_422_UNORM.</summary>
    Y8WithV8WithU8At422Unorm = 164,
    /// <summary>VIRGL_FORMAT_Y8_U8_V8_420_UNORM.</summary>
    Y8WithU8WithV8At420Unorm = 165,
    /// <summary>VIRGL_FORMAT_Y8_U8V8_420_UNORM.</summary>
    Y8WithU8V8At420Unorm = 166,
    /// <summary>VIRGL_FORMAT_Y8_V8U8_420_UNORM.</summary>
    Y8WithV8U8At420Unorm = 167,
    /// <summary>VIRGL_FORMAT_A4R4_UNORM.</summary>
    A4R4Unorm = 168,
    /// <summary>VIRGL_FORMAT_R4A4_UNORM.</summary>
    R4A4Unorm = 169,
    /// <summary>VIRGL_FORMAT_R8A8_UNORM.</summary>
    R8A8Unorm = 170,
    /// <summary>VIRGL_FORMAT_A8R8_UNORM.</summary>
    A8R8Unorm = 171,
    /// <summary>VIRGL_FORMAT_R10G10B10A2_SSCALED.</summary>
    R10G10B10A2Sscaled = 172,
    /// <summary>VIRGL_FORMAT_R10G10B10A2_SNORM.</summary>
    R10G10B10A2Snorm = 173,
    /// <summary>VIRGL_FORMAT_B10G10R10A2_USCALED.</summary>
    B10G10R10A2Uscaled = 174,
    /// <summary>VIRGL_FORMAT_B10G10R10A2_SSCALED.</summary>
    B10G10R10A2Sscaled = 175,
    /// <summary>VIRGL_FORMAT_B10G10R10A2_SNORM.</summary>
    B10G10R10A2Snorm = 176,
    /// <summary>VIRGL_FORMAT_R8_UINT.</summary>
    R8Uint = 177,
    /// <summary>VIRGL_FORMAT_R8G8_UINT.</summary>
    R8G8Uint = 178,
    /// <summary>VIRGL_FORMAT_R8G8B8_UINT.</summary>
    R8G8B8Uint = 179,
    /// <summary>VIRGL_FORMAT_R8G8B8A8_UINT.</summary>
    R8G8B8A8Uint = 180,
    /// <summary>VIRGL_FORMAT_R8_SINT.</summary>
    R8Sint = 181,
    /// <summary>VIRGL_FORMAT_R8G8_SINT.</summary>
    R8G8Sint = 182,
    /// <summary>VIRGL_FORMAT_R8G8B8_SINT.</summary>
    R8G8B8Sint = 183,
    /// <summary>VIRGL_FORMAT_R8G8B8A8_SINT.</summary>
    R8G8B8A8Sint = 184,
    /// <summary>VIRGL_FORMAT_R16_UINT.</summary>
    R16Uint = 185,
    /// <summary>VIRGL_FORMAT_R16G16_UINT.</summary>
    R16G16Uint = 186,
    /// <summary>VIRGL_FORMAT_R16G16B16_UINT.</summary>
    R16G16B16Uint = 187,
    /// <summary>VIRGL_FORMAT_R16G16B16A16_UINT.</summary>
    R16G16B16A16Uint = 188,
    /// <summary>VIRGL_FORMAT_R16_SINT.</summary>
    R16Sint = 189,
    /// <summary>VIRGL_FORMAT_R16G16_SINT.</summary>
    R16G16Sint = 190,
    /// <summary>VIRGL_FORMAT_R16G16B16_SINT.</summary>
    R16G16B16Sint = 191,
    /// <summary>VIRGL_FORMAT_R16G16B16A16_SINT.</summary>
    R16G16B16A16Sint = 192,
    /// <summary>VIRGL_FORMAT_R32_UINT.</summary>
    R32Uint = 193,
    /// <summary>VIRGL_FORMAT_R32G32_UINT.</summary>
    R32G32Uint = 194,
    /// <summary>VIRGL_FORMAT_R32G32B32_UINT.</summary>
    R32G32B32Uint = 195,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_UINT.</summary>
    R32G32B32A32Uint = 196,
    /// <summary>VIRGL_FORMAT_R32_SINT.</summary>
    R32Sint = 197,
    /// <summary>VIRGL_FORMAT_R32G32_SINT.</summary>
    R32G32Sint = 198,
    /// <summary>VIRGL_FORMAT_R32G32B32_SINT.</summary>
    R32G32B32Sint = 199,
    /// <summary>VIRGL_FORMAT_R32G32B32A32_SINT.</summary>
    R32G32B32A32Sint = 200,
    /// <summary>VIRGL_FORMAT_A8_UINT.</summary>
    A8Uint = 201,
    /// <summary>VIRGL_FORMAT_I8_UINT.</summary>
    I8Uint = 202,
    /// <summary>VIRGL_FORMAT_L8_UINT.</summary>
    L8Uint = 203,
    /// <summary>VIRGL_FORMAT_L8A8_UINT.</summary>
    L8A8Uint = 204,
    /// <summary>VIRGL_FORMAT_A8_SINT.</summary>
    A8Sint = 205,
    /// <summary>VIRGL_FORMAT_I8_SINT.</summary>
    I8Sint = 206,
    /// <summary>VIRGL_FORMAT_L8_SINT.</summary>
    L8Sint = 207,
    /// <summary>VIRGL_FORMAT_L8A8_SINT.</summary>
    L8A8Sint = 208,
    /// <summary>VIRGL_FORMAT_A16_UINT.</summary>
    A16Uint = 209,
    /// <summary>VIRGL_FORMAT_I16_UINT.</summary>
    I16Uint = 210,
    /// <summary>VIRGL_FORMAT_L16_UINT.</summary>
    L16Uint = 211,
    /// <summary>VIRGL_FORMAT_L16A16_UINT.</summary>
    L16A16Uint = 212,
    /// <summary>VIRGL_FORMAT_A16_SINT.</summary>
    A16Sint = 213,
    /// <summary>VIRGL_FORMAT_I16_SINT.</summary>
    I16Sint = 214,
    /// <summary>VIRGL_FORMAT_L16_SINT.</summary>
    L16Sint = 215,
    /// <summary>VIRGL_FORMAT_L16A16_SINT.</summary>
    L16A16Sint = 216,
    /// <summary>VIRGL_FORMAT_A32_UINT.</summary>
    A32Uint = 217,
    /// <summary>VIRGL_FORMAT_I32_UINT.</summary>
    I32Uint = 218,
    /// <summary>VIRGL_FORMAT_L32_UINT.</summary>
    L32Uint = 219,
    /// <summary>VIRGL_FORMAT_L32A32_UINT.</summary>
    L32A32Uint = 220,
    /// <summary>VIRGL_FORMAT_A32_SINT.</summary>
    A32Sint = 221,
    /// <summary>VIRGL_FORMAT_I32_SINT.</summary>
    I32Sint = 222,
    /// <summary>VIRGL_FORMAT_L32_SINT.</summary>
    L32Sint = 223,
    /// <summary>VIRGL_FORMAT_L32A32_SINT.</summary>
    L32A32Sint = 224,
    /// <summary>VIRGL_FORMAT_B10G10R10A2_UINT.</summary>
    B10G10R10A2Uint = 225,
    /// <summary>VIRGL_FORMAT_ETC1_RGB8.</summary>
    Etc1Rgb8 = 226,
    /// <summary>VIRGL_FORMAT_R8G8_R8B8_UNORM.</summary>
    R8G8WithR8B8Unorm = 227,
    /// <summary>VIRGL_FORMAT_G8R8_B8R8_422_UNORM.</summary>
    G8R8WithB8R8At422Unorm = 228,
    /// <summary>VIRGL_FORMAT_R8G8B8X8_SNORM.</summary>
    R8G8B8X8Snorm = 229,
    /// <summary>VIRGL_FORMAT_R8G8B8X8_SRGB.</summary>
    R8G8B8X8Srgb = 230,
    /// <summary>VIRGL_FORMAT_R8G8B8X8_UINT.</summary>
    R8G8B8X8Uint = 231,
    /// <summary>VIRGL_FORMAT_R8G8B8X8_SINT.</summary>
    R8G8B8X8Sint = 232,
    /// <summary>VIRGL_FORMAT_B10G10R10X2_UNORM.</summary>
    B10G10R10X2Unorm = 233,
    /// <summary>VIRGL_FORMAT_R16G16B16X16_UNORM.</summary>
    R16G16B16X16Unorm = 234,
    /// <summary>VIRGL_FORMAT_R16G16B16X16_SNORM.</summary>
    R16G16B16X16Snorm = 235,
    /// <summary>VIRGL_FORMAT_R16G16B16X16_FLOAT.</summary>
    R16G16B16X16Float = 236,
    /// <summary>VIRGL_FORMAT_R16G16B16X16_UINT.</summary>
    R16G16B16X16Uint = 237,
    /// <summary>VIRGL_FORMAT_R16G16B16X16_SINT.</summary>
    R16G16B16X16Sint = 238,
    /// <summary>VIRGL_FORMAT_R32G32B32X32_FLOAT.</summary>
    R32G32B32X32Float = 239,
    /// <summary>VIRGL_FORMAT_R32G32B32X32_UINT.</summary>
    R32G32B32X32Uint = 240,
    /// <summary>VIRGL_FORMAT_R32G32B32X32_SINT.</summary>
    R32G32B32X32Sint = 241,
    /// <summary>VIRGL_FORMAT_R8A8_SNORM.</summary>
    R8A8Snorm = 242,
    /// <summary>VIRGL_FORMAT_R16A16_UNORM.</summary>
    R16A16Unorm = 243,
    /// <summary>VIRGL_FORMAT_R16A16_SNORM.</summary>
    R16A16Snorm = 244,
    /// <summary>VIRGL_FORMAT_R16A16_FLOAT.</summary>
    R16A16Float = 245,
    /// <summary>VIRGL_FORMAT_R32A32_FLOAT.</summary>
    R32A32Float = 246,
    /// <summary>VIRGL_FORMAT_R8A8_UINT.</summary>
    R8A8Uint = 247,
    /// <summary>VIRGL_FORMAT_R8A8_SINT.</summary>
    R8A8Sint = 248,
    /// <summary>VIRGL_FORMAT_R16A16_UINT.</summary>
    R16A16Uint = 249,
    /// <summary>VIRGL_FORMAT_R16A16_SINT.</summary>
    R16A16Sint = 250,
    /// <summary>VIRGL_FORMAT_R32A32_UINT.</summary>
    R32A32Uint = 251,
    /// <summary>VIRGL_FORMAT_R32A32_SINT.</summary>
    R32A32Sint = 252,
    /// <summary>VIRGL_FORMAT_R10G10B10A2_UINT.</summary>
    R10G10B10A2Uint = 253,
    /// <summary>VIRGL_FORMAT_B5G6R5_SRGB.</summary>
    B5G6R5Srgb = 254,
    /// <summary>VIRGL_FORMAT_BPTC_RGBA_UNORM.</summary>
    BptcRgbaUnorm = 255,
    /// <summary>VIRGL_FORMAT_BPTC_SRGBA.</summary>
    BptcSrgba = 256,
    /// <summary>VIRGL_FORMAT_BPTC_RGB_FLOAT.</summary>
    BptcRgbFloat = 257,
    /// <summary>VIRGL_FORMAT_BPTC_RGB_UFLOAT.</summary>
    BptcRgbUFloat = 258,
    /// <summary>VIRGL_FORMAT_G8R8_UNORM.</summary>
    G8R8Unorm = 263,
    /// <summary>VIRGL_FORMAT_G8R8_SNORM.</summary>
    G8R8Snorm = 264,
    /// <summary>VIRGL_FORMAT_G16R16_UNORM.</summary>
    G16R16Unorm = 265,
    /// <summary>VIRGL_FORMAT_G16R16_SNORM.</summary>
    G16R16Snorm = 266,
    /// <summary>VIRGL_FORMAT_A8B8G8R8_SNORM.</summary>
    A8B8G8R8Snorm = 267,
    /// <summary>VIRGL_FORMAT_X8B8G8R8_SNORM.</summary>
    X8B8G8R8Snorm = 268,
    /// <summary>VIRGL_FORMAT_ETC2_RGB8.</summary>
    Etc2Rgb8 = 269,
    /// <summary>VIRGL_FORMAT_ETC2_SRGB8.</summary>
    Etc2Srgb8 = 270,
    /// <summary>VIRGL_FORMAT_ETC2_RGB8A1.</summary>
    Etc2Rgb8A1 = 271,
    /// <summary>VIRGL_FORMAT_ETC2_SRGB8A1.</summary>
    Etc2Srgb8A1 = 272,
    /// <summary>VIRGL_FORMAT_ETC2_RGBA8.</summary>
    Etc2Rgba8 = 273,
    /// <summary>VIRGL_FORMAT_ETC2_SRGBA8.</summary>
    Etc2Srgba8 = 274,
    /// <summary>VIRGL_FORMAT_ETC2_R11_UNORM.</summary>
    Etc2R11Unorm = 275,
    /// <summary>VIRGL_FORMAT_ETC2_R11_SNORM.</summary>
    Etc2R11Snorm = 276,
    /// <summary>VIRGL_FORMAT_ETC2_RG11_UNORM.</summary>
    Etc2RG11Unorm = 277,
    /// <summary>VIRGL_FORMAT_ETC2_RG11_SNORM.</summary>
    Etc2RG11Snorm = 278,
    /// <summary>VIRGL_FORMAT_ASTC_4x4.</summary>
    Astc4x4 = 279,
    /// <summary>VIRGL_FORMAT_ASTC_5x4.</summary>
    Astc5x4 = 280,
    /// <summary>VIRGL_FORMAT_ASTC_5x5.</summary>
    Astc5x5 = 281,
    /// <summary>VIRGL_FORMAT_ASTC_6x5.</summary>
    Astc6x5 = 282,
    /// <summary>VIRGL_FORMAT_ASTC_6x6.</summary>
    Astc6x6 = 283,
    /// <summary>VIRGL_FORMAT_ASTC_8x5.</summary>
    Astc8x5 = 284,
    /// <summary>VIRGL_FORMAT_ASTC_8x6.</summary>
    Astc8x6 = 285,
    /// <summary>VIRGL_FORMAT_ASTC_8x8.</summary>
    Astc8x8 = 286,
    /// <summary>VIRGL_FORMAT_ASTC_10x5.</summary>
    Astc10x5 = 287,
    /// <summary>VIRGL_FORMAT_ASTC_10x6.</summary>
    Astc10x6 = 288,
    /// <summary>VIRGL_FORMAT_ASTC_10x8.</summary>
    Astc10x8 = 289,
    /// <summary>VIRGL_FORMAT_ASTC_10x10.</summary>
    Astc10x10 = 290,
    /// <summary>VIRGL_FORMAT_ASTC_12x10.</summary>
    Astc12x10 = 291,
    /// <summary>VIRGL_FORMAT_ASTC_12x12.</summary>
    Astc12x12 = 292,
    /// <summary>VIRGL_FORMAT_ASTC_4x4_SRGB.</summary>
    Astc4x4Srgb = 293,
    /// <summary>VIRGL_FORMAT_ASTC_5x4_SRGB.</summary>
    Astc5x4Srgb = 294,
    /// <summary>VIRGL_FORMAT_ASTC_5x5_SRGB.</summary>
    Astc5x5Srgb = 295,
    /// <summary>VIRGL_FORMAT_ASTC_6x5_SRGB.</summary>
    Astc6x5Srgb = 296,
    /// <summary>VIRGL_FORMAT_ASTC_6x6_SRGB.</summary>
    Astc6x6Srgb = 297,
    /// <summary>VIRGL_FORMAT_ASTC_8x5_SRGB.</summary>
    Astc8x5Srgb = 298,
    /// <summary>VIRGL_FORMAT_ASTC_8x6_SRGB.</summary>
    Astc8x6Srgb = 299,
    /// <summary>VIRGL_FORMAT_ASTC_8x8_SRGB.</summary>
    Astc8x8Srgb = 300,
    /// <summary>VIRGL_FORMAT_ASTC_10x5_SRGB.</summary>
    Astc10x5Srgb = 301,
    /// <summary>VIRGL_FORMAT_ASTC_10x6_SRGB.</summary>
    Astc10x6Srgb = 302,
    /// <summary>VIRGL_FORMAT_ASTC_10x8_SRGB.</summary>
    Astc10x8Srgb = 303,
    /// <summary>VIRGL_FORMAT_ASTC_10x10_SRGB.</summary>
    Astc10x10Srgb = 304,
    /// <summary>VIRGL_FORMAT_ASTC_12x10_SRGB.</summary>
    Astc12x10Srgb = 305,
    /// <summary>VIRGL_FORMAT_ASTC_12x12_SRGB.</summary>
    Astc12x12Srgb = 306,
    /// <summary>VIRGL_FORMAT_R10G10B10X2_UNORM.</summary>
    R10G10B10X2Unorm = 308,
    /// <summary>VIRGL_FORMAT_A4B4G4R4_UNORM.</summary>
    A4B4G4R4Unorm = 311,
    /// <summary>VIRGL_FORMAT_R8_SRGB.</summary>
    R8Srgb = 312,
    /// <summary>VIRGL_FORMAT_R8G8_SRGB.</summary>
    R8G8Srgb = 313,
    /// <summary>VIRGL_FORMAT_X6Y10_X6U10X6V10_420_UNORM.</summary>
    X6Y10WithX6U10X6V10At420Unorm = 314,
    /// <summary>VIRGL_FORMAT_X4Y12_X4U12X4V12_420_UNORM.</summary>
    X4Y12WithX4U12X4V12At420Unorm = 315,
    /// <summary>VIRGL_FORMAT_Y16_U16V16_420_UNORM.</summary>
    Y16WithU16V16At420Unorm = 316,
    /// <summary>VIRGL_FORMAT_B8G8R8_UNORM.</summary>
    B8G8R8Unorm = 317,
    /// <summary>VIRGL_FORMAT_R3G3B2_UNORM.</summary>
    R3G3B2Unorm = 318,
    /// <summary>VIRGL_FORMAT_R4G4B4A4_UNORM.</summary>
    R4G4B4A4Unorm = 319,
    /// <summary>VIRGL_FORMAT_R5G5B5A1_UNORM.</summary>
    R5G5B5A1Unorm = 320,
    /// <summary>VIRGL_FORMAT_R5G6B5_UNORM.</summary>
    R5G6B5Unorm = 321,
    /// <summary>VIRGL_FORMAT_Y8_400_UNORM.</summary>
    Y8At400Unorm = 322,
    /// <summary>VIRGL_FORMAT_Y8_U8_V8_444_UNORM.</summary>
    Y8WithU8WithV8At444Unorm = 323,
    /// <summary>VIRGL_FORMAT_Y8_U8_V8_422_UNORM.</summary>
    Y8WithU8WithV8At422Unorm = 324,
    /// <summary>VIRGL_FORMAT_Y8_U8V8_422_UNORM.</summary>
    Y8WithU8V8At422Unorm = 325,
    /// <summary>VIRGL_FORMAT_Y8_UNORM.</summary>
    Y8Unorm = 326,
    /// <summary>VIRGL_FORMAT_Y8V8Y8U8_422_UNORM.</summary>
    Y8V8Y8U8At422Unorm = 327,
    /// <summary>VIRGL_FORMAT_Z16_UNORM_S8_UINT.</summary>
    Z16UnormS8Uint = 328,
    /// <summary>VIRGL_FORMAT_Z24_UNORM_S8_UINT_AS_R8G8B8A8.</summary>
    Z24UnormS8UintAsR8G8B8A8 = 329,
    /// <summary>VIRGL_FORMAT_A1B5G5R5_UINT.</summary>
    A1B5G5R5Uint = 330,
    /// <summary>VIRGL_FORMAT_A1B5G5R5_UNORM.</summary>
    A1B5G5R5Unorm = 331,
    /// <summary>VIRGL_FORMAT_A1R5G5B5_UINT.</summary>
    A1R5G5B5Uint = 332,
    /// <summary>VIRGL_FORMAT_A1R5G5B5_UNORM.</summary>
    A1R5G5B5Unorm = 333,
    /// <summary>VIRGL_FORMAT_A2B10G10R10_UINT.</summary>
    A2B10G10R10Uint = 334,
    /// <summary>VIRGL_FORMAT_A2B10G10R10_UNORM.</summary>
    A2B10G10R10Unorm = 335,
    /// <summary>VIRGL_FORMAT_A2R10G10B10_UINT.</summary>
    A2R10G10B10Uint = 336,
    /// <summary>VIRGL_FORMAT_A2R10G10B10_UNORM.</summary>
    A2R10G10B10Unorm = 337,
    /// <summary>VIRGL_FORMAT_A4B4G4R4_UINT.</summary>
    A4B4G4R4Uint = 338,
    /// <summary>VIRGL_FORMAT_A4R4G4B4_UINT.</summary>
    A4R4G4B4Uint = 339,
    /// <summary>VIRGL_FORMAT_A4R4G4B4_UNORM.</summary>
    A4R4G4B4Unorm = 340,
    /// <summary>VIRGL_FORMAT_A8B8G8R8_SINT.</summary>
    A8B8G8R8Sint = 341,
    /// <summary>VIRGL_FORMAT_A8B8G8R8_SSCALED.</summary>
    A8B8G8R8Sscaled = 342,
    /// <summary>VIRGL_FORMAT_A8B8G8R8_UINT.</summary>
    A8B8G8R8Uint = 343,
    /// <summary>VIRGL_FORMAT_A8B8G8R8_USCALED.</summary>
    A8B8G8R8Uscaled = 344,
    /// <summary>VIRGL_FORMAT_A8R8G8B8_SINT.</summary>
    A8R8G8B8Sint = 345,
    /// <summary>VIRGL_FORMAT_A8R8G8B8_SNORM.</summary>
    A8R8G8B8Snorm = 346,
    /// <summary>VIRGL_FORMAT_A8R8G8B8_UINT.</summary>
    A8R8G8B8Uint = 347,
    /// <summary>VIRGL_FORMAT_ASTC_3x3x3.</summary>
    Astc3x3x3 = 348,
    /// <summary>VIRGL_FORMAT_ASTC_3x3x3_SRGB.</summary>
    Astc3x3x3Srgb = 349,
    /// <summary>VIRGL_FORMAT_ASTC_4x3x3.</summary>
    Astc4x3x3 = 350,
    /// <summary>VIRGL_FORMAT_ASTC_4x3x3_SRGB.</summary>
    Astc4x3x3Srgb = 351,
    /// <summary>VIRGL_FORMAT_ASTC_4x4x3.</summary>
    Astc4x4x3 = 352,
    /// <summary>VIRGL_FORMAT_ASTC_4x4x3_SRGB.</summary>
    Astc4x4x3Srgb = 353,
    /// <summary>VIRGL_FORMAT_ASTC_4x4x4.</summary>
    Astc4x4x4 = 354,
    /// <summary>VIRGL_FORMAT_ASTC_4x4x4_SRGB.</summary>
    Astc4x4x4Srgb = 355,
    /// <summary>VIRGL_FORMAT_ASTC_5x4x4.</summary>
    Astc5x4x4 = 356,
    /// <summary>VIRGL_FORMAT_ASTC_5x4x4_SRGB.</summary>
    Astc5x4x4Srgb = 357,
    /// <summary>VIRGL_FORMAT_ASTC_5x5x4.</summary>
    Astc5x5x4 = 358,
    /// <summary>VIRGL_FORMAT_ASTC_5x5x4_SRGB.</summary>
    Astc5x5x4Srgb = 359,
    /// <summary>VIRGL_FORMAT_ASTC_5x5x5.</summary>
    Astc5x5x5 = 360,
    /// <summary>VIRGL_FORMAT_ASTC_5x5x5_SRGB.</summary>
    Astc5x5x5Srgb = 361,
    /// <summary>VIRGL_FORMAT_ASTC_6x5x5.</summary>
    Astc6x5x5 = 362,
    /// <summary>VIRGL_FORMAT_ASTC_6x5x5_SRGB.</summary>
    Astc6x5x5Srgb = 363,
    /// <summary>VIRGL_FORMAT_ASTC_6x6x5.</summary>
    Astc6x6x5 = 364,
    /// <summary>VIRGL_FORMAT_ASTC_6x6x5_SRGB.</summary>
    Astc6x6x5Srgb = 365,
    /// <summary>VIRGL_FORMAT_ASTC_6x6x6.</summary>
    Astc6x6x6 = 366,
    /// <summary>VIRGL_FORMAT_ASTC_6x6x6_SRGB.</summary>
    Astc6x6x6Srgb = 367,
    /// <summary>VIRGL_FORMAT_ATC_RGB.</summary>
    AtcRgb = 368,
    /// <summary>VIRGL_FORMAT_ATC_RGBA_EXPLICIT.</summary>
    AtcRgbaExplicit = 369,
    /// <summary>VIRGL_FORMAT_ATC_RGBA_INTERPOLATED.</summary>
    AtcRgbaInterpolated = 370,
    /// <summary>VIRGL_FORMAT_A8Y8U8V8_444_UNORM.</summary>
    A8Y8U8V8At444Unorm = 371,
    /// <summary>VIRGL_FORMAT_B10G10R10A2_SINT.</summary>
    B10G10R10A2Sint = 372,
    /// <summary>VIRGL_FORMAT_B10G10R10X2_SINT.</summary>
    B10G10R10X2Sint = 373,
    /// <summary>VIRGL_FORMAT_B10G10R10X2_SNORM.</summary>
    B10G10R10X2Snorm = 374,
    /// <summary>VIRGL_FORMAT_B2G3R3_UINT.</summary>
    B2G3R3Uint = 375,
    /// <summary>VIRGL_FORMAT_B4G4R4A4_UINT.</summary>
    B4G4R4A4Uint = 376,
    /// <summary>VIRGL_FORMAT_B5G5R5A1_UINT.</summary>
    B5G5R5A1Uint = 377,
    /// <summary>VIRGL_FORMAT_B5G6R5_UINT.</summary>
    B5G6R5Uint = 378,
    /// <summary>VIRGL_FORMAT_B8G8R8A8_SINT.</summary>
    B8G8R8A8Sint = 379,
    /// <summary>VIRGL_FORMAT_B8G8R8A8_SNORM.</summary>
    B8G8R8A8Snorm = 380,
    /// <summary>VIRGL_FORMAT_B8G8R8A8_SSCALED.</summary>
    B8G8R8A8Sscaled = 381,
    /// <summary>VIRGL_FORMAT_B8G8R8A8_UINT.</summary>
    B8G8R8A8Uint = 382,
    /// <summary>VIRGL_FORMAT_B8G8R8A8_USCALED.</summary>
    B8G8R8A8Uscaled = 383,
    /// <summary>VIRGL_FORMAT_B8G8_R8G8_422_UNORM.</summary>
    B8G8WithR8G8At422Unorm = 384,
    /// <summary>VIRGL_FORMAT_B8G8R8_SINT.</summary>
    B8G8R8Sint = 385,
    /// <summary>VIRGL_FORMAT_B8G8R8_SNORM.</summary>
    B8G8R8Snorm = 386,
    /// <summary>VIRGL_FORMAT_B8G8R8_SRGB.</summary>
    B8G8R8Srgb = 387,
    /// <summary>VIRGL_FORMAT_B8G8R8_SSCALED.</summary>
    B8G8R8Sscaled = 388,
    /// <summary>VIRGL_FORMAT_B8G8R8_UINT.</summary>
    B8G8R8Uint = 389,
    /// <summary>VIRGL_FORMAT_B8G8R8_USCALED.</summary>
    B8G8R8Uscaled = 390,
    /// <summary>VIRGL_FORMAT_B8G8R8X8_SINT.</summary>
    B8G8R8X8Sint = 391,
    /// <summary>VIRGL_FORMAT_B8G8R8X8_SNORM.</summary>
    B8G8R8X8Snorm = 392,
    /// <summary>VIRGL_FORMAT_B8G8R8X8_UINT.</summary>
    B8G8R8X8Uint = 393,
    /// <summary>VIRGL_FORMAT_B8R8_G8R8_422_UNORM.</summary>
    B8R8WithG8R8At422Unorm = 394,
    /// <summary>VIRGL_FORMAT_FXT1_RGB.</summary>
    Fxt1Rgb = 395,
    /// <summary>VIRGL_FORMAT_FXT1_RGBA.</summary>
    Fxt1Rgba = 396,
    /// <summary>VIRGL_FORMAT_G16R16_SINT.</summary>
    G16R16Sint = 397,
    /// <summary>VIRGL_FORMAT_G8B8_G8R8_422_UNORM.</summary>
    G8B8WithG8R8At422Unorm = 398,
    /// <summary>VIRGL_FORMAT_G8_B8_R8_420_UNORM.</summary>
    G8WithB8WithR8At420Unorm = 399,
    /// <summary>VIRGL_FORMAT_G8_B8R8_420_UNORM.</summary>
    G8WithB8R8At420Unorm = 400,
    /// <summary>VIRGL_FORMAT_G8R8_SINT.</summary>
    G8R8Sint = 401,
    /// <summary>VIRGL_FORMAT_Y10Y10Y10X2_U10V10U10X2V10U10V10X2_420_UNORM.</summary>
    Y10Y10Y10X2WithU10V10U10X2V10U10V10X2At420Unorm = 402,
    /// <summary>VIRGL_FORMAT_R10G10B10A2_SINT.</summary>
    R10G10B10A2Sint = 403,
    /// <summary>VIRGL_FORMAT_R10G10B10X2_SINT.</summary>
    R10G10B10X2Sint = 404,
    /// <summary>VIRGL_FORMAT_R3G3B2_UINT.</summary>
    R3G3B2Uint = 405,
    /// <summary>VIRGL_FORMAT_R4G4B4A4_UINT.</summary>
    R4G4B4A4Uint = 406,
    /// <summary>VIRGL_FORMAT_R4G4B4X4_UNORM.</summary>
    R4G4B4X4Unorm = 407,
    /// <summary>VIRGL_FORMAT_R5G5B5A1_UINT.</summary>
    R5G5B5A1Uint = 408,
    /// <summary>VIRGL_FORMAT_R5G5B5X1_UNORM.</summary>
    R5G5B5X1Unorm = 409,
    /// <summary>VIRGL_FORMAT_R5G6B5_SRGB.</summary>
    R5G6B5Srgb = 410,
    /// <summary>VIRGL_FORMAT_R5G6B5_UINT.</summary>
    R5G6B5Uint = 411,
    /// <summary>VIRGL_FORMAT_R64G64B64A64_SINT.</summary>
    R64G64B64A64Sint = 412,
    /// <summary>VIRGL_FORMAT_R64G64B64A64_UINT.</summary>
    R64G64B64A64Uint = 413,
    /// <summary>VIRGL_FORMAT_R64G64B64_SINT.</summary>
    R64G64B64Sint = 414,
    /// <summary>VIRGL_FORMAT_R64G64B64_UINT.</summary>
    R64G64B64Uint = 415,
    /// <summary>VIRGL_FORMAT_R64G64_SINT.</summary>
    R64G64Sint = 416,
    /// <summary>VIRGL_FORMAT_R64G64_UINT.</summary>
    R64G64Uint = 417,
    /// <summary>VIRGL_FORMAT_R64_SINT.</summary>
    R64Sint = 418,
    /// <summary>VIRGL_FORMAT_R64_UINT.</summary>
    R64Uint = 419,
    /// <summary>VIRGL_FORMAT_R8_B8_G8_420_UNORM.</summary>
    R8WithB8WithG8At420Unorm = 420,
    /// <summary>VIRGL_FORMAT_R8_B8G8_420_UNORM.</summary>
    R8WithB8G8At420Unorm = 421,
    /// <summary>VIRGL_FORMAT_R8B8_R8G8_422_UNORM.</summary>
    R8B8WithR8G8At422Unorm = 422,
    /// <summary>VIRGL_FORMAT_R8_G8_B8_420_UNORM.</summary>
    R8WithG8WithB8At420Unorm = 423,
    /// <summary>VIRGL_FORMAT_R8_G8B8_420_UNORM.</summary>
    R8WithG8B8At420Unorm = 424,
    /// <summary>VIRGL_FORMAT_R8_G8_B8_444_UNORM.</summary>
    R8WithG8WithB8At444Unorm = 425,
    /// <summary>VIRGL_FORMAT_V8Y8U8Y8_422_UNORM.</summary>
    V8Y8U8Y8At422Unorm = 426,
    /// <summary>VIRGL_FORMAT_X1B5G5R5_UNORM.</summary>
    X1B5G5R5Unorm = 427,
    /// <summary>VIRGL_FORMAT_X1R5G5B5_UNORM.</summary>
    X1R5G5B5Unorm = 428,
    /// <summary>VIRGL_FORMAT_X8Y8U8V8_444_UNORM.</summary>
    X8Y8U8V8At444Unorm = 429,
    /// <summary>VIRGL_FORMAT_X8B8G8R8_SINT.</summary>
    X8B8G8R8Sint = 430,
    /// <summary>VIRGL_FORMAT_X8R8G8B8_SINT.</summary>
    X8R8G8B8Sint = 431,
    /// <summary>VIRGL_FORMAT_X8R8G8B8_SNORM.</summary>
    X8R8G8B8Snorm = 432,
    /// <summary>VIRGL_FORMAT_Y16_U16_V16_420_UNORM.</summary>
    Y16WithU16WithV16At420Unorm = 433,
    /// <summary>VIRGL_FORMAT_Y16_U16_V16_422_UNORM.</summary>
    Y16WithU16WithV16At422Unorm = 434,
    /// <summary>VIRGL_FORMAT_Y16_U16V16_422_UNORM.</summary>
    Y16WithU16V16At422Unorm = 435,
    /// <summary>VIRGL_FORMAT_Y16_U16_V16_444_UNORM.</summary>
    Y16WithU16WithV16At444Unorm = 436,
    /// <summary>VIRGL_FORMAT_X6Y10X6U10X6Y10X6V10_422_UNORM.</summary>
    X6Y10X6U10X6Y10X6V10At422Unorm = 437,
    /// <summary>VIRGL_FORMAT_X4Y12X4U12X4Y12X4V12_422_UNORM.</summary>
    X4Y12X4U12X4Y12X4V12At422Unorm = 438,
    /// <summary>VIRGL_FORMAT_Y16U16Y16V16_422_UNORM.</summary>
    Y16U16Y16V16At422Unorm = 439,
    /// <summary>VIRGL_FORMAT_U10Y10V10A2_444_UNORM.</summary>
    U10Y10V10A2At444Unorm = 440,
    /// <summary>VIRGL_FORMAT_X4U12X4Y12X4V12X4A12_444_UNORM.</summary>
    X4U12X4Y12X4V12X4A12At444Unorm = 441,
    /// <summary>VIRGL_FORMAT_U16Y16V16A16_444_UNORM.</summary>
    U16Y16V16A16At444Unorm = 442,
    /// <summary>VIRGL_FORMAT_Y10_U10V10_420_UNORM.</summary>
    Y10WithU10V10At420Unorm = 443,
    /// <summary>VIRGL_FORMAT_Y10_U10V10_422_UNORM.</summary>
    Y10WithU10V10At422Unorm = 444,
    /// <summary>VIRGL_FORMAT_Y8_U8_V8_440_UNORM.</summary>
    Y8WithU8WithV8At440Unorm = 445,
    /// <summary>VIRGL_FORMAT_R10_G10B10_420_UNORM.</summary>
    R10WithG10B10At420Unorm = 446,
    /// <summary>VIRGL_FORMAT_R10_G10B10_422_UNORM.</summary>
    R10WithG10B10At422Unorm = 447,
    /// <summary>VIRGL_FORMAT_X6G10_X6B10X6R10_420_UNORM.</summary>
    X6G10WithX6B10X6R10At420Unorm = 448,
    /// <summary>VIRGL_FORMAT_X4G12_X4B12X4R12_420_UNORM.</summary>
    X4G12WithX4B12X4R12At420Unorm = 449,
    /// <summary>VIRGL_FORMAT_X6R10_UNORM.</summary>
    X6R10Unorm = 450,
    /// <summary>VIRGL_FORMAT_X6R10X6G10_UNORM.</summary>
    X6R10X6G10Unorm = 451,
    /// <summary>VIRGL_FORMAT_X4R12_UNORM.</summary>
    X4R12Unorm = 452,
    /// <summary>VIRGL_FORMAT_X4R12X4G12_UNORM.</summary>
    X4R12X4G12Unorm = 453,
    /// <summary>VIRGL_FORMAT_R8_G8B8_422_UNORM.</summary>
    R8WithG8B8At422Unorm = 454,
    /// <summary>VIRGL_FORMAT_R8_B8G8_422_UNORM.</summary>
    R8WithB8G8At422Unorm = 455,
    /// <summary>VIRGL_FORMAT_G8_B8R8_422_UNORM.</summary>
    G8WithB8R8At422Unorm = 456,
    /// <summary>VIRGL_FORMAT_ASTC_4x4_FLOAT.</summary>
    Astc4x4Float = 457,
    /// <summary>VIRGL_FORMAT_ASTC_5x4_FLOAT.</summary>
    Astc5x4Float = 458,
    /// <summary>VIRGL_FORMAT_ASTC_5x5_FLOAT.</summary>
    Astc5x5Float = 459,
    /// <summary>VIRGL_FORMAT_ASTC_6x5_FLOAT.</summary>
    Astc6x5Float = 460,
    /// <summary>VIRGL_FORMAT_ASTC_6x6_FLOAT.</summary>
    Astc6x6Float = 461,
    /// <summary>VIRGL_FORMAT_ASTC_8x5_FLOAT.</summary>
    Astc8x5Float = 462,
    /// <summary>VIRGL_FORMAT_ASTC_8x6_FLOAT.</summary>
    Astc8x6Float = 463,
    /// <summary>VIRGL_FORMAT_ASTC_8x8_FLOAT.</summary>
    Astc8x8Float = 464,
    /// <summary>VIRGL_FORMAT_ASTC_10x5_FLOAT.</summary>
    Astc10x5Float = 465,
    /// <summary>VIRGL_FORMAT_ASTC_10x6_FLOAT.</summary>
    Astc10x6Float = 466,
    /// <summary>VIRGL_FORMAT_ASTC_10x8_FLOAT.</summary>
    Astc10x8Float = 467,
    /// <summary>VIRGL_FORMAT_ASTC_10x10_FLOAT.</summary>
    Astc10x10Float = 468,
    /// <summary>VIRGL_FORMAT_ASTC_12x10_FLOAT.</summary>
    Astc12x10Float = 469,
    /// <summary>VIRGL_FORMAT_ASTC_12x12_FLOAT.</summary>
    Astc12x12Float = 470,
    /// <summary>VIRGL_FORMAT_Y8U8V8_420_UNORM_PACKED.</summary>
    Y8U8V8At420UnormPacked = 471,
    /// <summary>VIRGL_FORMAT_Y10U10V10_420_UNORM_PACKED.</summary>
    Y10U10V10At420UnormPacked = 472,
    /// <summary>VIRGL_FORMAT_R8G8B8_420_UNORM_PACKED.</summary>
    R8G8B8At420UnormPacked = 473,
    /// <summary>VIRGL_FORMAT_R10G10B10_420_UNORM_PACKED.</summary>
    R10G10B10At420UnormPacked = 474,
    /// <summary>VIRGL_FORMAT_Y10X6_U10X6_V10X6_420_UNORM.</summary>
    Y10X6WithU10X6WithV10X6At420Unorm = 475,
    /// <summary>VIRGL_FORMAT_Y10X6_U10X6_V10X6_422_UNORM.</summary>
    Y10X6WithU10X6WithV10X6At422Unorm = 476,
    /// <summary>VIRGL_FORMAT_Y10X6_U10X6_V10X6_444_UNORM.</summary>
    Y10X6WithU10X6WithV10X6At444Unorm = 477,
    /// <summary>VIRGL_FORMAT_Y12X4_U12X4_V12X4_420_UNORM.</summary>
    Y12X4WithU12X4WithV12X4At420Unorm = 478,
    /// <summary>VIRGL_FORMAT_Y12X4_U12X4_V12X4_422_UNORM.</summary>
    Y12X4WithU12X4WithV12X4At422Unorm = 479,
    /// <summary>VIRGL_FORMAT_Y12X4_U12X4_V12X4_444_UNORM.</summary>
    Y12X4WithU12X4WithV12X4At444Unorm = 480,
}
