using VirglHost.Recording;
using VirglHost.Rendering;

namespace VirglHost.Inspection;

/// <summary>The door: makes one page of a recording, in two runs. The first takes times, the second writes down commands and reads pictures between them.</summary>
public static class Inspector
{
    /// <summary>Writes the page.</summary>
    /// <param name="host">Opens the recording and makes renderers.</param>
    /// <param name="options">What the page is to hold.</param>
    /// <param name="title">The page's title: the file's name.</param>
    /// <param name="output">Where the page goes; not closed here.</param>
    /// <exception cref="RecordingException">The file is no recording, or of a newer form, or damaged before it says who recorded it: there is no page then.</exception>
    /// <exception cref="IOException">The recording cannot be read or the page not be written.</exception>
    /// <exception cref="OpenGL.HostFaultException">The host's OpenGL was lost.</exception>
    public static InspectionReport Write(IInspectionHost host, InspectionOptions options, string title, Stream output)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(output);
        RecordingOrigin origin = Replay.ReadOrigin(host.OpenRecording());
        TimingListener timing = new(host);
        using (Renderer renderer = host.CreateRenderer(origin, timing, null))
            Play(host, renderer, timing, out _);

        PageWriter page = new(output);
        page.Begin(title);
        using InspectionBooks books = new(page, options);
        InspectionListener listener = new(host, books, timing.Nanoseconds);
        RecordingFaultText? fault;
        ReplayStatistics statistics;
        using (Renderer renderer = host.CreateRenderer(origin, listener, listener))
        {
            listener.Renderer = renderer;
            fault = Play(host, renderer, listener, out statistics);
        }

        books.Flush();
        PageIndex.Write(page, books, new PageFacts(title, origin, statistics, fault, listener.Draws, listener.Refusals));
        page.End();
        return new InspectionReport(
            books.Rows.Rows.Count, books.Rows.Rows.Count(row => row.Draw > 0), books.Pictures.Pictures.Count, books.Texts.GuestTexts, listener.Refusals, page.Length, fault);
    }

    /// <summary>Plays the whole recording.</summary>
    /// <returns>Why it could not be played to its end: what came before is worth a page, and may show why the recording ended.</returns>
    private static RecordingFaultText? Play(IInspectionHost host, Renderer renderer, IReplayObserver listener, out ReplayStatistics statistics)
    {
        statistics = default;
        try
        {
            Replay.Play(host.OpenRecording(), renderer, listener, out statistics);
            return null;
        }
        catch (RecordingException damage)
        {
            return new RecordingFaultText(damage.Fault, damage.Message);
        }
    }
}
