namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_RENDER_COND_*: how conditional rendering waits for its query.</summary>
public enum RenderConditionMode : uint
{
    /// <summary>WAIT.</summary>
    Wait = 0,
    /// <summary>NO_WAIT.</summary>
    NoWait = 1,
    /// <summary>BY_REGION_WAIT.</summary>
    ByRegionWait = 2,
    /// <summary>BY_REGION_NO_WAIT.</summary>
    ByRegionNoWait = 3,
}
