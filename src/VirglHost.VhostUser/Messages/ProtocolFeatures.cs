namespace VirglHost.VhostUser.Messages;

/// <summary>vhost-user protocol feature bits (VHOST_USER_PROTOCOL_F_*) that this back-end implements.</summary>
[Flags]
internal enum ProtocolFeatures : ulong
{
    /// <summary>No extension.</summary>
    None = 0,

    /// <summary>Bit 0, MQ: the front-end may ask for the number of queues.</summary>
    MultipleQueues = 1 << 0,

    /// <summary>Bit 3, REPLY_ACK: requests may ask for an acknowledgement.</summary>
    ReplyAck = 1 << 3,

    /// <summary>Bit 5, BACKEND_REQ: a channel in the other direction.</summary>
    BackendRequests = 1 << 5,

    /// <summary>Bit 9, CONFIG: config space messages. QEMU's GPU device insists on it.</summary>
    Config = 1 << 9,

    /// <summary>Bit 13, RESET_DEVICE: tells a guest reset from a pause.</summary>
    ResetDevice = 1 << 13,

    /// <summary>Bit 15, CONFIGURE_MEM_SLOTS: memory regions one by one.</summary>
    ConfigureMemorySlots = 1 << 15,

    /// <summary>Bit 16, STATUS: the driver's status byte is told and asked.</summary>
    Status = 1 << 16,
}
