namespace VirglHost.Vtest;

/// <summary>Command numbers of the vtest protocol (VCMD_* of the reference server), versions 0 to 4.</summary>
internal enum VtestCommand : uint
{
    /// <summary>VCMD_GET_CAPS: capset 1 as raw bytes.</summary>
    GetCaps = 1,

    /// <summary>VCMD_RESOURCE_CREATE: a resource whose pixels travel on the socket.</summary>
    ResourceCreate = 2,

    /// <summary>VCMD_RESOURCE_UNREF.</summary>
    ResourceUnref = 3,

    /// <summary>VCMD_TRANSFER_GET: pixels as raw bytes after the command.</summary>
    TransferGet = 4,

    /// <summary>VCMD_TRANSFER_PUT: pixels as raw bytes after the command.</summary>
    TransferPut = 5,

    /// <summary>VCMD_SUBMIT_CMD: VirGL words.</summary>
    SubmitCmd = 6,

    /// <summary>VCMD_RESOURCE_BUSY_WAIT: is submitted work still running?</summary>
    ResourceBusyWait = 7,

    /// <summary>VCMD_CREATE_RENDERER: always first; carries the client's name.</summary>
    CreateRenderer = 8,

    /// <summary>VCMD_GET_CAPS2: capset 2 as raw bytes.</summary>
    GetCaps2 = 9,

    /// <summary>VCMD_PING_PROTOCOL_VERSION: answered by servers that know versions at all.</summary>
    PingProtocolVersion = 10,

    /// <summary>VCMD_PROTOCOL_VERSION: the lower of both sides' versions counts.</summary>
    ProtocolVersion = 11,

    /// <summary>VCMD_RESOURCE_CREATE2: a resource with shared memory behind it.</summary>
    ResourceCreate2 = 12,

    /// <summary>VCMD_TRANSFER_GET2: pixels into the shared memory.</summary>
    TransferGet2 = 13,

    /// <summary>VCMD_TRANSFER_PUT2: pixels from the shared memory.</summary>
    TransferPut2 = 14,

    /// <summary>VCMD_GET_PARAM: one number about the server.</summary>
    GetParam = 15,

    /// <summary>VCMD_GET_CAPSET: any capset, or the answer that there is none.</summary>
    GetCapset = 16,

    /// <summary>VCMD_CONTEXT_INIT: which capset the client's context speaks.</summary>
    ContextInit = 17,

    /// <summary>VCMD_RESOURCE_CREATE_BLOB: shared memory without a shape.</summary>
    ResourceCreateBlob = 18,

    /// <summary>VCMD_SYNC_CREATE.</summary>
    SyncCreate = 19,

    /// <summary>VCMD_SYNC_UNREF.</summary>
    SyncUnref = 20,

    /// <summary>VCMD_SYNC_READ.</summary>
    SyncRead = 21,

    /// <summary>VCMD_SYNC_WRITE.</summary>
    SyncWrite = 22,

    /// <summary>VCMD_SYNC_WAIT: a descriptor that becomes readable.</summary>
    SyncWait = 23,

    /// <summary>VCMD_SUBMIT_CMD2: batches with syncs.</summary>
    SubmitCmd2 = 24,

    /// <summary>VCMD_DRM_SYNC_CREATE, the first command on DRM sync objects.</summary>
    DrmSyncCreate = 25,

    /// <summary>VCMD_DRM_SYNC_TRANSFER, the last command on DRM sync objects.</summary>
    DrmSyncTransfer = 37,

    /// <summary>VCMD_RESOURCE_EXPORT_FD: a resource's dma-buf.</summary>
    ResourceExportFd = 38,
}
