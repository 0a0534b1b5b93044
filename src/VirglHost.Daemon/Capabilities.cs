using System.Text.Json;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Daemon;

/// <summary>--print-capabilities: what libvirt asks before it starts a back-end. Says only what works on this host, now.</summary>
internal static class Capabilities
{
    /// <summary>Writes one JSON object and a line end.</summary>
    public static void Print(Stream output)
    {
        using (Utf8JsonWriter json = new(output))
        {
            json.WriteStartObject();
            json.WriteString("type", "gpu");
            json.WriteStartArray("features");
            if (CanDraw())
                json.WriteStringValue("virgl");
            // SPEC: libvirt fails the machine's start when a back-end names this feature and the host has no render node.
            if (HostOpenGl.RenderNodes.Length > 0)
                json.WriteStringValue("render-node");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
        output.Flush();
    }

    private static bool CanDraw()
    {
        try
        {
            using EglDisplay display = EglDisplay.OpenHeadless();
            using EglContext context = display.CreateContext();
            return true;
        }
        catch (EglException)
        {
            return false;
        }
    }
}
