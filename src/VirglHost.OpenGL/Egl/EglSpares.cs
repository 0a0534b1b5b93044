namespace VirglHost.OpenGL.Egl;

/// <summary>
/// One context, with some that share its objects, made before anyone asks for them: drivers take some ten milliseconds for each. Any thread.
/// </summary>
internal sealed class EglSpares : IDisposable
{
    private static readonly EglContextOptions Ordinary = new();

    private EglContext? _root;

    /// <summary>Makes them, unless they are there.</summary>
    /// <exception cref="EglException">The host makes no context more.</exception>
    public void Fill(EglDisplay display, int shareCount)
    {
        if (Volatile.Read(ref _root) is not null) return;
        EglContext root = EglContext.Create(display, Ordinary);
        try
        {
            for (int i = 0; i < shareCount; i++) root.Companions.Push(EglContext.Create(display, Ordinary with { Share = root }));
        }
        catch
        {
            root.Dispose();
            throw;
        }

        if (Interlocked.CompareExchange(ref _root, root, null) is not null) root.Dispose();
    }

    /// <summary>One that fits the wishes; null where none is left.</summary>
    public EglContext? Take(EglContextOptions options)
    {
        if (options.Debug || !options.Robust) return null;
        if (options.Share is null) return Interlocked.Exchange(ref _root, null);
        return options.Share.Companions.TryPop(out EglContext? companion) ? companion : null;
    }

    /// <summary>Destroys those that nobody took.</summary>
    public void Dispose() => Interlocked.Exchange(ref _root, null)?.Dispose();
}
