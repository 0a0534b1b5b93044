namespace VirglHost.Rendering;

/// <summary>What a lane is asked to do.</summary>
internal enum RenderWorkKind
{
    /// <summary>Run a command stream.</summary>
    Submit,

    /// <summary>Copy from guest memory into a resource.</summary>
    TransferToHost,

    /// <summary>Copy from a resource into guest memory.</summary>
    TransferFromHost,

    /// <summary>Put a fence behind the context's work.</summary>
    Fence,

    /// <summary>Let the context name a resource.</summary>
    Attach,

    /// <summary>Take the name away.</summary>
    Detach,

    /// <summary>Store query results that a fence has waited for.</summary>
    WriteQueries,

    /// <summary>Destroy the context.</summary>
    Destroy,

    /// <summary>Let other threads' GL contexts wait for everything so far.</summary>
    Publish,

    /// <summary>Nothing but what each work begins with: forget the names that others deleted.</summary>
    ReadMail,
}
