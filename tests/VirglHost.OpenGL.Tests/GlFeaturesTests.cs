namespace VirglHost.OpenGL.Tests;

public sealed class GlFeaturesTests
{
    [Fact]
    public void Table_has_each_feature_once_in_order()
    {
        Assert.Equal(Enum.GetValues<GlFeature>(), GlFeatureTable.Rows.Select(r => r.Feature));
    }

    [Fact]
    public void Table_rows_can_be_reached_somehow()
    {
        Assert.All(GlFeatureTable.Rows, r => Assert.All(r.Extensions, x => Assert.StartsWith("GL_", x, StringComparison.Ordinal)));
        Assert.All(GlFeatureTable.Rows, r => Assert.True(r.Since is not null || r.Extensions.Length > 0));
    }

    [Theory]
    [InlineData(4, 5, "", GlFeature.ClipControl, true)]
    [InlineData(4, 4, "", GlFeature.ClipControl, false)]
    [InlineData(4, 4, "GL_ARB_clip_control", GlFeature.ClipControl, true)]
    [InlineData(4, 5, "", GlFeature.PolygonOffsetClamp, false)]
    [InlineData(4, 6, "", GlFeature.PolygonOffsetClamp, true)]
    [InlineData(4, 5, "GL_EXT_polygon_offset_clamp", GlFeature.PolygonOffsetClamp, true)]
    [InlineData(4, 6, "", GlFeature.BlendEquationAdvanced, false)]
    [InlineData(4, 5, "GL_KHR_blend_equation_advanced", GlFeature.BlendEquationAdvanced, true)]
    public void Feature_is_there_by_version_or_extension(int major, int minor, string extension, GlFeature feature, bool expected)
    {
        Assert.Equal(expected, GlFeatures.From(major, minor, [extension]).Has(feature));
    }
}
