using System.Text;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Glsl;

/// <summary>Prints the layout lines of a stage: primitives, group sizes, capture records.</summary>
internal sealed class GlslLayoutWriter(ShaderModule module, StringBuilder text)
{
    public void Write()
    {
        ShaderLayout layout = module.Layout;
        if (layout.Geometry is { } geometry) WriteGeometry(geometry);
        if (layout.TessControlVertices > 0) text.Append($"layout(vertices = {layout.TessControlVertices}) out;\n");
        if (layout.TessEvaluation is { } evaluation) WriteTessEvaluation(evaluation);
        if (module.Stage == ShaderStage.Compute)
        {
            (int x, int y, int z) = layout.WorkGroupSize;
            text.Append($"layout(local_size_x = {x}, local_size_y = {y}, local_size_z = {z}) in;\n");
        }

        if (module.Stage == ShaderStage.Fragment && layout.EarlyFragmentTests) text.Append("layout(early_fragment_tests) in;\n");
        if (layout.PostDepthCoverage) text.Append("layout(post_depth_coverage) in;\n");
        if (layout.AdvancedBlend) text.Append("layout(blend_support_all_equations) out;\n");
        WriteStride(0, layout.CaptureStrides.A);
        WriteStride(1, layout.CaptureStrides.B);
        WriteStride(2, layout.CaptureStrides.C);
        WriteStride(3, layout.CaptureStrides.D);
    }

    private void WriteGeometry(GeometryProperties geometry)
    {
        string input = geometry.InputPrimitive switch
        {
            ShaderPrimitive.Points => "points",
            ShaderPrimitive.Lines => "lines",
            ShaderPrimitive.LinesAdjacency => "lines_adjacency",
            ShaderPrimitive.Triangles => "triangles",
            _ => "triangles_adjacency",
        };
        string output = geometry.OutputPrimitive switch
        {
            ShaderPrimitive.Points => "points",
            ShaderPrimitive.LineStrip => "line_strip",
            _ => "triangle_strip",
        };
        string invocations = geometry.Invocations > 1 ? $", invocations = {geometry.Invocations}" : string.Empty;
        text.Append($"layout({input}{invocations}) in;\nlayout({output}, max_vertices = {geometry.MaxVertices}) out;\n");
    }

    private void WriteTessEvaluation(TessEvaluationProperties evaluation)
    {
        string domain = evaluation.Domain switch
        {
            ShaderPrimitive.Lines => "isolines",
            ShaderPrimitive.Triangles => "triangles",
            _ => "quads",
        };
        string spacing = evaluation.Spacing switch
        {
            TessSpacing.FractionalOdd => "fractional_odd_spacing",
            TessSpacing.FractionalEven => "fractional_even_spacing",
            _ => "equal_spacing",
        };
        string order = evaluation.IsClockwise ? "cw" : "ccw";
        text.Append($"layout({domain}, {spacing}, {order}{(evaluation.IsPointMode ? ", point_mode" : string.Empty)}) in;\n");
    }

    private void WriteStride(int buffer, int bytes)
    {
        if (bytes > 0) text.Append($"layout(xfb_buffer = {buffer}, xfb_stride = {bytes}) out;\n");
    }
}
