namespace VirglHost.VhostUser;

/// <summary>Choices of the back-end that shape the negotiation.</summary>
public sealed record SessionOptions
{
    /// <summary>Most memory regions at one time, answered to GET_MAX_MEM_SLOTS; 1 or greater.</summary>
    public int MemorySlots { get; init; } = 509;

    /// <summary>
    /// Offer CONFIGURE_MEM_SLOTS. False makes the front-end send the whole table at each start, which a back-end needs that may be
    /// restarted behind a listening front-end.
    /// </summary>
    public bool OfferMemorySlots { get; init; } = true;
}
