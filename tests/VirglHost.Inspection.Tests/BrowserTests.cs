using System.Text.Json;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Inspection.Tests;

/// <summary>The page as somebody uses it, in a headless Chromium.</summary>
public sealed class BrowserTests
{
    private const string PixelOfCanvas = "Array.from($('canvas').getContext('2d').getImageData(4, 4, 1, 1).data).slice(0, 3).join()";

    [Fact]
    public async Task Page_opens_at_the_first_draw_with_its_picture_and_fields()
    {
        await using Browser browser = await Browser.Open(Inspection.Of(SampleRecording.TwoDraws()).Html8());

        await browser.Until($"{PixelOfCanvas} === '0,255,0'");
        Assert.Equal("DRAW_VBO", await Text(browser, ".line.pick b"));
        Assert.Equal("draw 1", await Text(browser, ".line.pick .draw"));
        await browser.Until("$('panel').innerText.includes('TRIANGLES')");
        Assert.Equal("sample.rec", await Text(browser, "#title"));
        await browser.Shot("first");
    }

    [Fact]
    public async Task Keys_walk_through_draws_state_and_shaders()
    {
        await using Browser browser = await Browser.Open(Inspection.Of(SampleRecording.TwoDraws()).Html8());

        await browser.Press("p");
        await browser.Until($"{PixelOfCanvas} === '255,0,0'");
        Assert.Equal("CLEAR", await Text(browser, ".line.pick b"));
        await browser.Press("n");
        await browser.Press("n");
        Assert.Equal("draw 2", await Text(browser, ".line.pick .draw"));
        await browser.Press("2");
        await browser.Until("$('panel').dataset.tab === 'state' && $('panel').innerText.includes('colormask')");
        Assert.Equal(["Blend"], (await browser.Evaluate("[...document.querySelectorAll('h3')].filter(h => h.querySelector('.new')).map(h => h.firstChild.textContent)")).Deserialize<string[]>()!);
        await browser.Shot("state");
        await browser.Press("3");
        await browser.Until("document.querySelectorAll('.source').length === 2");
        string[] sources = (await browser.Evaluate("[...document.querySelectorAll('.source')].map(s => s.innerText)")).Deserialize<string[]>()!;
        Assert.StartsWith("FRAG", sources[0], StringComparison.Ordinal);
        Assert.StartsWith("#version", sources[1], StringComparison.Ordinal);
        await browser.Shot("shaders");
    }

    [Fact]
    public async Task Picture_is_shown_after_before_and_as_what_changed()
    {
        await using Browser browser = await Browser.Open(Inspection.Of(SampleRecording.TwoDraws()).Html8());

        await browser.Press("b");
        await browser.Until($"{PixelOfCanvas} === '255,0,0' && document.querySelector('[data-view=before]').classList.contains('on')");
        await browser.Press("c");
        await browser.Until("$('pictureinfo').innerText.includes('100 % changed here')");
        Assert.Equal("255,255,0", (await browser.Evaluate(PixelOfCanvas)).GetString());
        await browser.Press("n");
        await browser.Until("$('pictureinfo').innerText.includes('nothing changed here')");
        await browser.Press("a");
        await browser.Until($"{PixelOfCanvas} === '0,255,0'");
        await browser.Evaluate("document.querySelector('.shot[data-action=\"0\"]').click()");
        await browser.Until($"{PixelOfCanvas} === '255,0,0'");
        Assert.Equal("CLEAR", await Text(browser, ".line.pick b"));
    }

    [Fact]
    public async Task Frame_tells_what_lies_below_it_and_what_took_longest()
    {
        await using Browser browser = await Browser.Open(Inspection.Of(SampleRecording.TwoDraws()).Html8());

        await browser.Evaluate("pick(0)");
        await browser.Until("$('panel').dataset.row === '0' && $('panel').innerText.includes('2 × DRAW_VBO')");
        string expected = (await browser.Evaluate(
            "(i => page.names[rows.name[i]] + (rows.draw[i] ? ' ' + rows.draw[i] : ''))(rows.time.map((t, i) => [hasBelow(i) ? -1 : t, i]).sort((a, b) => b[0] - a[0])[0][1])")).GetString()!;
        Assert.Equal(expected, await Text(browser, "#panel h3 + div a"));
        Assert.Equal("0", (await browser.Evaluate("$('panel').innerText.match(/CREATE_CONTEXT/g)?.length === 1 ? '0' : $('panel').innerText")).GetString());
    }

    [Fact]
    public async Task Search_finds_lines_handles_fields_and_shader_text()
    {
        await using Browser browser = await Browser.Open(Inspection.Of(SampleRecording.TwoDraws()).Html8());

        await Search(browser, "draw_vbo");
        Assert.Contains("2 lines", await Text(browser, "#results"), StringComparison.Ordinal);
        await browser.Press("Enter");
        Assert.Equal("draw 2", await Text(browser, ".line.pick .draw"));
        // Of an event's line, not among its fields.
        await Search(browser, "8×8 for a");
        Assert.Contains("1 lines", await Text(browser, "#results"), StringComparison.Ordinal);
        Assert.Equal("8×8 for a", await Text(browser, "#results mark"));
        await Search(browser, "colormask");
        await browser.Until("document.querySelectorAll('.line.hit').length > 0");
        await Search(browser, "#900");
        await browser.Evaluate("[...document.querySelectorAll('#results .hit')].find(hit => hit.innerText.startsWith('BLEND #900')).click()");
        await browser.Until("$('panel').dataset.tab === 'thing' && $('panel').innerText.includes('Named by')");
        await Search(browser, "perspective");
        await browser.Until("document.querySelector('#results [data-text]')");
        await browser.Shot("search");
        await browser.Evaluate("document.querySelector('#results [data-text]').click()");
        await browser.Until("document.querySelector('.source .found')?.innerText.includes('PERSPECTIVE')");
    }

    [Fact]
    public async Task Damage_is_told_on_the_page()
    {
        // More than one block of the file, so that something comes before the cut.
        byte[] recording = SampleRecording.Of(scene =>
        {
            byte[] noise = new byte[1 << 18];
            for (int i = 0; i < 12; i++)
            {
                new Random(i).NextBytes(noise);
                scene.CreateBuffer<byte>(CommandStream.Gallium.BindFlags.VertexBuffer, noise.AsSpan(0, 1 << 17));
                scene.Submit();
            }

        });
        await using Browser browser = await Browser.Open(Inspection.Of(recording[..^5000]).Html8());

        Assert.StartsWith("Cut short", await Text(browser, "#fault"), StringComparison.Ordinal);
    }

    /// <summary>Names, markers and shaders are the guest's: they are shown, never run, on every panel and in search results.</summary>
    [Fact]
    public async Task What_the_guest_calls_things_is_shown_and_never_run()
    {
        const string Evil = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=2><!--{script}${window.pwned=3}";
        byte[] recording = SampleRecording.Of(scene =>
        {
            scene.Renderer.CreateContext(77, Evil);
            scene.Renderer.DestroyContext(77);
            scene.Stream.Write(new SendStringMarkerCommand { Text = System.Text.Encoding.UTF8.GetBytes(Evil) });
            byte[] text = [.. System.Text.Encoding.UTF8.GetBytes($"FRAG\n{Evil}\nEND\n"), 0];
            scene.Stream.Create(new ShaderObject { Handle = 500, Stage = ShaderStage.Fragment, TextLengthOrOffset = (uint)text.Length, TokenCount = 99, Text = text });
            scene.Stream.WriteRaw((VirglOpcode)200, VirglObjectType.None, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(System.Text.Encoding.ASCII.GetBytes(Evil).AsSpan(0, 80)));
            scene.Submit();
        }, program: Evil);

        byte[] page = Inspection.Of(recording, out _, title: Evil).Html8();
        await using Browser browser = await Browser.Open(page);
        int parts = (await browser.Evaluate("document.querySelectorAll('script, img, style').length")).GetInt32();
        string shown = "";
        for (int row = 0, rows = (await browser.Evaluate("count")).GetInt32(); row < rows; row++)
        {
            foreach (string tab in new[] { "fields", "state", "shaders" })
                shown += await browser.Evaluate($"(async () => {{ pick({row}); tab = '{tab}'; await paint(); return $('panel').innerText + $('lines').innerText }})()");
        }

        for (int thing = 0, things = (await browser.Evaluate("page.things.kind.length")).GetInt32(); thing < things; thing++)
            await browser.Evaluate($"(async () => {{ showThing({thing}); await paint(); }})()");
        // No such text is a shader, so none is among the page's; what shows them is asked itself.
        shown += await browser.Evaluate($"(() => {{ $('panel').replaceChildren(source({JsonSerializer.Serialize(Evil)}, 'img')); return $('panel').innerText }})()");
        await Search(browser, "onerror");
        shown += await Text(browser, "#results");
        await browser.Shot("guest-text");

        Assert.Equal(JsonValueKind.Undefined, (await browser.Evaluate("window.pwned")).ValueKind);
        Assert.Equal(parts, (await browser.Evaluate("document.querySelectorAll('script, img, style').length")).GetInt32());
        Assert.Equal(Evil, await Text(browser, "#title"));
        Assert.StartsWith(Evil, (await browser.Evaluate("document.title")).GetString(), StringComparison.Ordinal);
        Assert.True(shown.Split(Evil).Length > 6, shown);
    }

    [Fact]
    public async Task Ten_thousand_draws_stay_usable()
    {
        await using Browser browser = await Browser.Open(Inspection.Of(SampleRecording.ManyDraws(10_000, 64), new InspectionOptions { PictureSize = 64 }).Html8());

        Assert.True((await browser.Evaluate("count")).GetInt32() > 30_000);
        await browser.Press("E");
        await browser.Press("e");
        Assert.InRange((await browser.Evaluate("document.querySelectorAll('.line').length")).GetInt32(), 10, 60);
        await browser.Evaluate("$('tree').scrollTop = $('space').offsetHeight / 2");
        await browser.Until("+document.querySelector('.line').dataset.row > 10000");
        await browser.Evaluate("pick(rows.draw.indexOf(5001))");
        await browser.Until("document.querySelector('.shot.pick small')?.innerText === 'draw 5001' && $('panel').dataset.row == picked");
        Assert.InRange((await browser.Evaluate("document.querySelectorAll('.shot').length")).GetInt32(), 5, 40);
        await browser.Until("$('canvas').width === 64");
        await browser.Shot("many");
        await browser.Press("End");
        await browser.Until("picked === shown[shown.length - 1] && document.querySelector('.line.pick')");
    }

    private static async Task Search(Browser browser, string text)
    {
        await browser.Evaluate("$('search').focus(); $('search').select()");
        await browser.Type(text);
        await browser.Until($"document.body.dataset.searched === {JsonSerializer.Serialize(text.ToLowerInvariant())}");
    }

    private static async Task<string> Text(Browser browser, string selector) =>
        (await browser.Evaluate($"document.querySelector({JsonSerializer.Serialize(selector)}).innerText")).GetString()!;
}
