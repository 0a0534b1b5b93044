namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_QUERY_*: what a query object measures.</summary>
public enum QueryType : uint
{
    /// <summary>PIPE_QUERY_OCCLUSION_COUNTER.</summary>
    OcclusionCounter = 0,
    /// <summary>PIPE_QUERY_OCCLUSION_PREDICATE.</summary>
    OcclusionPredicate = 1,
    /// <summary>PIPE_QUERY_TIMESTAMP.</summary>
    Timestamp = 2,
    /// <summary>PIPE_QUERY_TIMESTAMP_DISJOINT.</summary>
    TimestampDisjoint = 3,
    /// <summary>PIPE_QUERY_TIME_ELAPSED.</summary>
    TimeElapsed = 4,
    /// <summary>PIPE_QUERY_PRIMITIVES_GENERATED.</summary>
    PrimitivesGenerated = 5,
    /// <summary>PIPE_QUERY_PRIMITIVES_EMITTED.</summary>
    PrimitivesEmitted = 6,
    /// <summary>PIPE_QUERY_SO_STATISTICS.</summary>
    StreamOutStatistics = 7,
    /// <summary>PIPE_QUERY_SO_OVERFLOW_PREDICATE.</summary>
    StreamOutOverflowPredicate = 8,
    /// <summary>PIPE_QUERY_GPU_FINISHED.</summary>
    GpuFinished = 9,
    /// <summary>PIPE_QUERY_PIPELINE_STATISTICS_SINGLE: the index names the counter.</summary>
    PipelineStatistics = 10,
    /// <summary>PIPE_QUERY_OCCLUSION_PREDICATE_CONSERVATIVE.</summary>
    OcclusionPredicateConservative = 11,
    /// <summary>PIPE_QUERY_SO_OVERFLOW_ANY_PREDICATE.</summary>
    StreamOutOverflowAnyPredicate = 12,
}
