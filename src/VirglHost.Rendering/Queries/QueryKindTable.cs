using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Queries;

/// <summary>Guest query types and the GL query targets that measure them.</summary>
internal static class QueryKindTable
{
    /// <summary>Slots in use: see <see cref="QueryKind.Slot"/>.</summary>
    public const int SlotCount = 25;

    /// <summary>The slot that all three occlusion targets share (GL 4.6 specification, 4.2).</summary>
    public const int OcclusionSlot = 0;

    private const int StreamCount = 4;
    private const int GeneratedSlot = 1;
    private const int EmittedSlot = 5;
    private const int OverflowSlot = 9;
    private const int AnyOverflowSlot = 13;
    private const int StatisticsSlot = 14;

    // SPEC: virgl-commands.md 7.9, in the order of the guest's index.
    private static readonly GLEnum[] Statistics =
    [
        GLEnum.VerticesSubmitted, GLEnum.PrimitivesSubmitted, GLEnum.VertexShaderInvocations, GLEnum.GeometryShaderInvocations,
        GLEnum.GeometryShaderPrimitivesEmitted, GLEnum.ClippingInputPrimitives, GLEnum.ClippingOutputPrimitives, GLEnum.FragmentShaderInvocations,
        GLEnum.TessControlShaderPatches, GLEnum.TessEvaluationShaderInvocations, GLEnum.ComputeShaderInvocations,
    ];

    /// <summary>Counts the primitives that stream output writes from one stream (0..3).</summary>
    public static QueryKind Emitted(uint stream) => new(GLEnum.TransformFeedbackPrimitivesWritten, stream, EmittedSlot + (int)stream, 4, false);

    /// <summary>Finds how to measure a query; false when this host cannot.</summary>
    public static bool TryGet(QueryType type, uint index, GlFeatures features, GlLimits limits, out QueryKind kind)
    {
        bool isStream = index < StreamCount && (index == 0 || index < limits.MaxVertexStreams);
        int stream = (int)Math.Min(index, StreamCount - 1);
        (bool isThere, kind) = type switch
        {
            QueryType.OcclusionCounter => (true, new QueryKind(GLEnum.SamplesPassed, 0, OcclusionSlot, 4, false)),
            QueryType.OcclusionPredicate => (features[GlFeature.OcclusionQueryBoolean], new QueryKind(GLEnum.AnySamplesPassed, 0, OcclusionSlot, 4, true)),
            QueryType.OcclusionPredicateConservative => (features[GlFeature.OcclusionQueryBoolean], new QueryKind(GLEnum.AnySamplesPassedConservative, 0, OcclusionSlot, 4, true)),
            QueryType.Timestamp => (features[GlFeature.TimerQuery], new QueryKind(GLEnum.Timestamp, 0, -1, 8, false)),
            // QUIRK: llvmpipe 22.3 was seen to answer TIME_ELAPSED with the time since boot; two time stamps also may overlap (QueryEngineTests, elapsed time).
            QueryType.TimeElapsed => (features[GlFeature.TimerQuery], new QueryKind(GLEnum.Timestamp, 0, -1, 8, false, QueryForm.Difference)),
            QueryType.TimestampDisjoint => (features[GlFeature.TimerQuery], new QueryKind(GLEnum.Timestamp, 0, -1, 8, false, QueryForm.Frequency)),
            // A time stamp is there when the work before it is done, whatever the time.
            QueryType.GpuFinished => (features[GlFeature.TimerQuery], new QueryKind(GLEnum.Timestamp, 0, -1, 4, false, QueryForm.Reached)),
            QueryType.PrimitivesGenerated => (isStream, new QueryKind(GLEnum.PrimitivesGenerated, index, GeneratedSlot + stream, 4, false)),
            // The statistics have a second number, primitives that storage was needed for; the protocol has room for the first.
            QueryType.PrimitivesEmitted or QueryType.StreamOutStatistics => (isStream, Emitted((uint)stream)),
            QueryType.StreamOutOverflowPredicate =>
                (isStream && features[GlFeature.TransformFeedbackOverflowQuery], new QueryKind(GLEnum.TransformFeedbackStreamOverflow, index, OverflowSlot + stream, 4, true)),
            QueryType.StreamOutOverflowAnyPredicate => (features[GlFeature.TransformFeedbackOverflowQuery], new QueryKind(GLEnum.TransformFeedbackOverflow, 0, AnyOverflowSlot, 4, true)),
            QueryType.PipelineStatistics when index < Statistics.Length =>
                (features[GlFeature.PipelineStatisticsQuery], new QueryKind(Statistics[index], 0, StatisticsSlot + (int)index, 4, false)),
            _ => (false, default),
        };
        return isThere;
    }
}
