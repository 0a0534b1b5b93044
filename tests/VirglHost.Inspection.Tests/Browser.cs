using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace VirglHost.Inspection.Tests;

/// <summary>A headless Chromium that shows one page, driven through its debugging protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly string _folder;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _limit = new(Patience);
    private int _id;

    private Browser(Process process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    private static string? Program => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Shows a page of this size; the test is skipped where there is no Chromium, and fails where CI says that there must be one.</summary>
    public static async Task<Browser> Open(byte[] page, int width = 1440, int height = 900)
    {
        if (Program is not { } program)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "no Chromium; tests/run.sh installs it");
            Assert.Skip("no Chromium: apt-get install chromium");
            throw new UnreachableException();
        }

        string folder = Directory.CreateTempSubdirectory("virglhost-browser-").FullName;
        string file = Path.Combine(folder, "page.html");
        await File.WriteAllBytesAsync(file, page);
        ProcessStartInfo start = new(program, [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-extensions", "--no-first-run", "--disable-dev-shm-usage", "--remote-debugging-port=0",
            string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"), $"--user-data-dir={folder}/profile", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        Browser browser = new(Process.Start(start)!, folder);
        await browser.Connect();
        await browser.Call("Emulation.setDeviceMetricsOverride", $"{{\"width\":{width},\"height\":{height},\"deviceScaleFactor\":1,\"mobile\":false}}");
        await browser.Call("Page.navigate", $"{{\"url\":\"file://{file}\"}}");
        await browser.Until("document.body?.dataset.ready === 'yes'");
        return browser;
    }

    /// <summary>What an expression, or the promise that it makes, comes to.</summary>
    public async Task<JsonElement> Evaluate(string expression)
    {
        JsonElement answer = await Call("Runtime.evaluate", $"{{\"expression\":{JsonSerializer.Serialize(expression)},\"awaitPromise\":true,\"returnByValue\":true}}");
        Assert.False(answer.TryGetProperty("exceptionDetails", out JsonElement fault), fault.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task Until(string expression)
    {
        while (!_limit.IsCancellationRequested)
        {
            if ((await Evaluate($"!!({expression})")).ValueKind == JsonValueKind.True)
                return;
            await Task.Delay(30);
        }

        Assert.Fail($"never true: {expression}");
    }

    /// <summary>A key, pressed and let go.</summary>
    public async Task Press(string key)
    {
        string text = key.Length == 1 ? $",\"text\":\"{key}\"" : "";
        await Call("Input.dispatchKeyEvent", $"{{\"type\":\"keyDown\",\"key\":\"{key}\"{text}}}");
        await Call("Input.dispatchKeyEvent", $"{{\"type\":\"keyUp\",\"key\":\"{key}\"}}");
    }

    /// <summary>Types where the focus is.</summary>
    public Task Type(string text) => Call("Input.insertText", $"{{\"text\":{JsonSerializer.Serialize(text)}}}");

    /// <summary>The window as PNG; kept in the folder that VIRGLHOST_SHOTS names, to be looked at.</summary>
    public async Task<byte[]> Shot(string name)
    {
        JsonElement answer = await Call("Page.captureScreenshot", "{\"format\":\"png\"}");
        byte[] png = answer.GetProperty("data").GetBytesFromBase64();
        if (Environment.GetEnvironmentVariable("VIRGLHOST_SHOTS") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), png);
        return png;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _limit.Dispose();
        for (int i = 0; i < 20 && Directory.Exists(_folder); i++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException)
            {
                // A child of Chromium may still be writing its profile.
                await Task.Delay(50);
            }
        }
    }

    private async Task Connect()
    {
        string port = Path.Combine(_folder, "profile", "DevToolsActivePort");
        while (!File.Exists(port) || (await File.ReadAllLinesAsync(port)).Length < 2)
        {
            Assert.False(_process.HasExited || _limit.IsCancellationRequested, "Chromium does not start");
            await Task.Delay(30);
        }

        string number = (await File.ReadAllLinesAsync(port))[0];
        using HttpClient client = new();
        JsonElement pages = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{number}/json/list"), _limit.Token)).RootElement;
        string address = pages.EnumerateArray().First(page => page.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString()!;
        await _socket.ConnectAsync(new Uri(address), _limit.Token);
    }

    private async Task<JsonElement> Call(string method, string parameters)
    {
        int id = ++_id;
        byte[] request = Encoding.UTF8.GetBytes($"{{\"id\":{id},\"method\":\"{method}\",\"params\":{parameters}}}");
        await _socket.SendAsync(request, WebSocketMessageType.Text, true, _limit.Token);
        byte[] piece = new byte[1 << 16];
        while (true)
        {
            using MemoryStream message = new();
            ValueWebSocketReceiveResult got;
            do
            {
                got = await _socket.ReceiveAsync(piece.AsMemory(), _limit.Token);
                message.Write(piece, 0, got.Count);
            }
            while (!got.EndOfMessage);
            JsonElement answer = JsonDocument.Parse(message.ToArray()).RootElement;
            if (!answer.TryGetProperty("id", out JsonElement answered) || answered.GetInt32() != id)
                continue;
            Assert.False(answer.TryGetProperty("error", out JsonElement error), error.ToString());
            return answer.GetProperty("result");
        }
    }
}
