namespace VirglHost.VirtioGpu;

/// <summary>Names of the descriptors that the loop watches.</summary>
internal enum WakeReason : ulong
{
    /// <summary>The operator wants the end.</summary>
    Stop,

    /// <summary>A front-end wants to connect.</summary>
    Listener,

    /// <summary>The front-end sent something or left.</summary>
    Connection,

    /// <summary>The guest kicked the control queue.</summary>
    ControlQueue,

    /// <summary>The guest kicked the cursor queue.</summary>
    CursorQueue,

    /// <summary>The front-end's display answered, left, or has room.</summary>
    DisplaySocket,

    /// <summary>A GL fence has passed.</summary>
    Fence,

    /// <summary>The PNG encoder is free.</summary>
    PictureWritten,

    /// <summary>An operator wants a state report and screenshots.</summary>
    Report,

    /// <summary>The user did something to a window.</summary>
    Window,
}
