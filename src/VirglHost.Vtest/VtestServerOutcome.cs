namespace VirglHost.Vtest;

/// <summary>Why a server returned.</summary>
public enum VtestServerOutcome
{
    /// <summary>It was told to.</summary>
    Stopped,

    /// <summary>The only client (<see cref="VtestServerOptions.Once"/>) has left.</summary>
    ClientGone,
}
