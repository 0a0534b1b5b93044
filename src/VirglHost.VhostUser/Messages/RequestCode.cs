namespace VirglHost.VhostUser.Messages;

/// <summary>Requests from front-end to back-end, by their numbers in the vhost-user specification.</summary>
internal enum RequestCode : uint
{
    /// <summary>VHOST_USER_GET_FEATURES.</summary>
    GetFeatures = 1,

    /// <summary>VHOST_USER_SET_FEATURES.</summary>
    SetFeatures = 2,

    /// <summary>VHOST_USER_SET_OWNER.</summary>
    SetOwner = 3,

    /// <summary>VHOST_USER_RESET_OWNER, deprecated.</summary>
    ResetOwner = 4,

    /// <summary>VHOST_USER_SET_MEM_TABLE.</summary>
    SetMemoryTable = 5,

    /// <summary>VHOST_USER_SET_VRING_NUM.</summary>
    SetVringNum = 8,

    /// <summary>VHOST_USER_SET_VRING_ADDR.</summary>
    SetVringAddress = 9,

    /// <summary>VHOST_USER_SET_VRING_BASE.</summary>
    SetVringBase = 10,

    /// <summary>VHOST_USER_GET_VRING_BASE; stops the ring.</summary>
    GetVringBase = 11,

    /// <summary>VHOST_USER_SET_VRING_KICK.</summary>
    SetVringKick = 12,

    /// <summary>VHOST_USER_SET_VRING_CALL.</summary>
    SetVringCall = 13,

    /// <summary>VHOST_USER_SET_VRING_ERR.</summary>
    SetVringError = 14,

    /// <summary>VHOST_USER_GET_PROTOCOL_FEATURES.</summary>
    GetProtocolFeatures = 15,

    /// <summary>VHOST_USER_SET_PROTOCOL_FEATURES.</summary>
    SetProtocolFeatures = 16,

    /// <summary>VHOST_USER_GET_QUEUE_NUM.</summary>
    GetQueueCount = 17,

    /// <summary>VHOST_USER_SET_VRING_ENABLE.</summary>
    SetVringEnable = 18,

    /// <summary>VHOST_USER_SET_BACKEND_REQ_FD.</summary>
    SetBackendRequestFd = 21,

    /// <summary>VHOST_USER_GET_CONFIG.</summary>
    GetConfig = 24,

    /// <summary>VHOST_USER_SET_CONFIG.</summary>
    SetConfig = 25,

    /// <summary>VHOST_USER_GPU_SET_SOCKET.</summary>
    GpuSetSocket = 33,

    /// <summary>VHOST_USER_RESET_DEVICE.</summary>
    ResetDevice = 34,

    /// <summary>VHOST_USER_GET_MAX_MEM_SLOTS.</summary>
    GetMaximumMemorySlots = 36,

    /// <summary>VHOST_USER_ADD_MEM_REG.</summary>
    AddMemoryRegion = 37,

    /// <summary>VHOST_USER_REM_MEM_REG.</summary>
    RemoveMemoryRegion = 38,

    /// <summary>VHOST_USER_SET_STATUS.</summary>
    SetStatus = 39,

    /// <summary>VHOST_USER_GET_STATUS.</summary>
    GetStatus = 40,
}
