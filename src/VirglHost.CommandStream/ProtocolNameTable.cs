namespace VirglHost.CommandStream;

/// <summary>Names that do not follow from our own spelling of them.</summary>
internal static class ProtocolNameTable
{
    private static readonly Dictionary<(string Type, string Member), string> Rows = new()
    {
        [("StencilOperation", "IncrementWrap")] = "INCR_WRAP",
        [("StencilOperation", "DecrementWrap")] = "DECR_WRAP",
        [("PipeTarget", "Texture1D")] = "TEXTURE_1D",
        [("PipeTarget", "Texture2D")] = "TEXTURE_2D",
        [("PipeTarget", "Texture3D")] = "TEXTURE_3D",
        [("PipeTarget", "Texture1DArray")] = "TEXTURE_1D_ARRAY",
        [("PipeTarget", "Texture2DArray")] = "TEXTURE_2D_ARRAY",
        [("CompareFunction", "LEqual")] = "LEQUAL",
        [("CompareFunction", "NotEqual")] = "NOTEQUAL",
        [("CompareFunction", "GEqual")] = "GEQUAL",
        [("BarrierFlags", "StreamOutBuffer")] = "STREAMOUT_BUFFER",
        [("QueryType", "StreamOutStatistics")] = "SO_STATISTICS",
        [("QueryType", "StreamOutOverflowPredicate")] = "SO_OVERFLOW_PREDICATE",
        [("QueryType", "PipelineStatistics")] = "PIPELINE_STATISTICS_SINGLE",
        [("QueryType", "StreamOutOverflowAnyPredicate")] = "SO_OVERFLOW_ANY_PREDICATE",
        [("BindFlags", "CommandArguments")] = "COMMAND_ARGS",
        [("ResourceFlags", "YZeroTop")] = "Y_0_TOP",
        [("LogicOperation", "Equivalent")] = "EQUIV",
        [("LogicOperation", "NoOperation")] = "NOOP",
        [("VirglFormat", "BptcRgbUFloat")] = "BPTC_RGB_UFLOAT",
        [("VirglFormat", "Etc2R11Unorm")] = "ETC2_R11_UNORM",
        [("VirglFormat", "Etc2R11Snorm")] = "ETC2_R11_SNORM",
        [("VirglFormat", "Etc2RG11Unorm")] = "ETC2_RG11_UNORM",
        [("VirglFormat", "Etc2RG11Snorm")] = "ETC2_RG11_SNORM",
    };

    /// <summary>The protocol's name; null where <see cref="ProtocolName"/> can make it.</summary>
    public static string? Find(Type type, string member) => Rows.GetValueOrDefault((type.Name, member));
}
