namespace VirglHost.Recording;

/// <summary>
/// What one event of a recording says. Numbers are the file's and never change their meaning; a new kind gets a new number, and a reader skips kinds that
/// it does not know. Kinds stay below 128, so that each is one byte. Fields are listed in README.md.
/// </summary>
internal enum EventKind : byte
{
    /// <summary>Who recorded what: program, door, host's OpenGL. The first event.</summary>
    Origin = 1,

    /// <summary>A context is made.</summary>
    CreateContext = 2,

    /// <summary>A context goes.</summary>
    DestroyContext = 3,

    /// <summary>A resource is made.</summary>
    CreateResource = 4,

    /// <summary>A resource goes.</summary>
    DestroyResource = 5,

    /// <summary>A context may name a resource.</summary>
    AttachResource = 6,

    /// <summary>A context may no longer name a resource.</summary>
    DetachResource = 7,

    /// <summary>A resource gets guest memory, all zero until <see cref="Memory"/> says otherwise.</summary>
    AttachBacking = 8,

    /// <summary>A resource loses its guest memory.</summary>
    DetachBacking = 9,

    /// <summary>Bytes that the next command reads from guest memory.</summary>
    Memory = 10,

    /// <summary>A command stream.</summary>
    Submit = 11,

    /// <summary>Guest memory to resource.</summary>
    TransferToHost = 12,

    /// <summary>Resource to guest memory.</summary>
    TransferFromHost = 13,

    /// <summary>A picture is read for a screen.</summary>
    ReadPixels = 14,

    /// <summary>A fence is set.</summary>
    InsertFence = 15,

    /// <summary>A fence has passed and the guest is told.</summary>
    CompleteFence = 16,

    /// <summary>A resource is made of what the stream described under a number.</summary>
    CreateBlob = 17,

    /// <summary>Rows of a screen's picture that no renderer holds, as the guest flushed them.</summary>
    Screen = 18,

    /// <summary>The recording is whole. The last event.</summary>
    End = 127,
}
