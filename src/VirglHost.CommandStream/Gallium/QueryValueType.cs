namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_QUERY_TYPE_*: width and sign of a query result written to a buffer.</summary>
public enum QueryValueType : uint
{
    /// <summary>I32.</summary>
    Int32 = 0,
    /// <summary>U32.</summary>
    UInt32 = 1,
    /// <summary>I64.</summary>
    Int64 = 2,
    /// <summary>U64.</summary>
    UInt64 = 3,
}
