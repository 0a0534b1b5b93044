using VirglHost.Rendering;

namespace VirglHost.Recording;

/// <summary>The door for playing: a recording into a renderer, as fast as it goes.</summary>
public static class Replay
{
    /// <summary>Reads only who recorded what.</summary>
    /// <param name="file">Where to read; closed at the end.</param>
    /// <exception cref="RecordingException">The file is no recording, or is damaged at its beginning.</exception>
    public static RecordingOrigin ReadOrigin(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using EventReader reader = new(file);
        if (!reader.TryRead(out RecordedEvent first) || first.Kind != EventKind.Origin)
            throw new RecordingException(RecordingFault.Damaged, "it does not say first who recorded it");
        return Player.ToOrigin(new EventFields(first.Kind, first.Payload));
    }

    /// <summary>Plays a whole recording.</summary>
    /// <param name="file">Where to read; closed at the end.</param>
    /// <param name="renderer">A fresh renderer of the calling thread, whose options match those of the recording one.</param>
    /// <param name="observer">Told of progress and pictures.</param>
    /// <param name="statistics">What was played, also when it ends with an exception.</param>
    /// <exception cref="RecordingException">The file is no recording, is damaged, or ends too soon; what came before was played.</exception>
    /// <exception cref="OpenGL.HostFaultException">The host's OpenGL was lost.</exception>
    public static void Play(Stream file, Renderer renderer, IReplayObserver observer, out ReplayStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(observer);
        using EventReader reader = new(file);
        Player player = new(renderer, observer);
        try
        {
            while (reader.TryRead(out RecordedEvent next))
            {
                player.Play(next);
                observer.Advanced(reader.Position, next.Time);
            }

            player.Finish();
        }
        finally
        {
            statistics = player.Statistics with { Events = reader.EventCount };
        }
    }
}
