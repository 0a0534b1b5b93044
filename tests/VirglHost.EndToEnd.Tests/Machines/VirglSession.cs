namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>The daemon with 3D on that all guest tests share, and its guest.</summary>
public sealed class VirglSession : IDisposable
{
    public VirglSession() => Session = new GuestSession("virgl", "--virgl");

    internal GuestSession Session { get; }

    public void Dispose() => Session.Dispose();
}
