using System.Text.RegularExpressions;
using VirglHost.EndToEnd.Tests.Machines;
using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests;

/// <summary>Every scene that glmark2-es2-drm runs by default, in its default variants, on a guest that draws through virglhost.</summary>
public sealed class Glmark2Tests(VirglSession virgl, ITestOutputHelper output)
{
    // An emulated CPU needs seconds to build a scene; its frames are what is looked at.
    private const string Duration = ":duration=0.3";

    /// <summary>Scene and variants, as glmark2 2023.01 runs them when no benchmark is named.</summary>
    public static TheoryData<string, string[]> Scenes => new()
    {
        { "build", ["use-vbo=false", "use-vbo=true"] },
        { "texture", ["texture-filter=nearest", "texture-filter=linear", "texture-filter=mipmap"] },
        { "shading", ["shading=gouraud", "shading=blinn-phong-inf", "shading=phong", "shading=cel"] },
        { "bump", ["bump-render=high-poly", "bump-render=normals", "bump-render=height"] },
        { "effect2d", ["kernel=0,1,0;1,-4,1;0,1,0;", "kernel=1,1,1,1,1;1,1,1,1,1;1,1,1,1,1;"] },
        { "pulsar", ["quads=5:texture=false:light=false"] },
        { "desktop", ["windows=4:effect=blur:blur-radius=5:passes=1:separable=true", "windows=4:effect=shadow"] },
        { "buffer", ["update-fraction=0.5:update-dispersion=0.9:columns=200:update-method=map:interleave=false",
            "update-fraction=0.5:update-dispersion=0.9:columns=200:update-method=subdata:interleave=false",
            "update-fraction=0.5:update-dispersion=0.9:columns=200:update-method=map:interleave=true"] },
        { "ideas", ["speed=duration"] },
        { "jellyfish", [""] },
        { "terrain", [""] },
        { "shadow", [""] },
        { "refract", [""] },
        { "conditionals", ["vertex-steps=0:fragment-steps=0", "vertex-steps=0:fragment-steps=5", "vertex-steps=5:fragment-steps=0"] },
        { "function", ["fragment-steps=5:fragment-complexity=low", "fragment-steps=5:fragment-complexity=medium"] },
        { "loop", ["vertex-steps=5:fragment-steps=5:fragment-loop=false", "vertex-steps=5:fragment-steps=5:fragment-uniform=false",
            "vertex-steps=5:fragment-steps=5:fragment-uniform=true"] },
    };

    private GuestSession Session => virgl.Session;

    [Theory, MemberData(nameof(Scenes))]
    public void Scene_in_its_default_variants_draws_without_an_error_line(string scene, string[] variants)
    {
        int logged = Session.Daemon.Log.Count;
        Session.EndPrograms();
        Session.Machine.Run("dmesg -c > /dev/null");

        string printed = Session.Machine.Run("glmark2-es2-drm " + string.Join(' ', variants.Select(variant => $"-b '{Benchmark(scene, variant)}'")) + " 2>&1", 60 + 60 * variants.Length);
        Picture picture = Session.Keep("glmark2-" + scene, Session.WaitForStillPicture());

        output.WriteLine(printed);
        Assert.Equal(variants.Length, Regex.Count(printed, $@"^\[{scene}\].*FPS: [1-9]", RegexOptions.Multiline));
        Assert.Contains("virgl", printed, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)error|failed|Mesa:", WithoutKnownLines(printed));
        Assert.Equal("", Session.Machine.Run("dmesg -r | grep '^<[0-3]>' || true"));
        Assert.Empty(Session.Daemon.Complaints(logged));
        Assert.True(picture.CountColours() > 3, $"only {picture.CountColours()} colours");
    }

    private static string Benchmark(string scene, string variant) => scene + (variant.Length == 0 ? "" : ":" + variant) + Duration;

    // QUIRK: glmark2 on virtio-gpu: there is no asynchronous page flip, and a guest without text console has no earlier screen to restore at the end.
    private static string WithoutKnownLines(string printed) => string.Join('\n', printed.Split('\n').Where(line =>
        !line.Contains("DRM_CAP_ASYNC_PAGE_FLIP", StringComparison.Ordinal) && !line.Contains("Failed to restore original CRTC: -2", StringComparison.Ordinal)));
}
