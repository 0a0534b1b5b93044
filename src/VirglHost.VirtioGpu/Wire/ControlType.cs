namespace VirglHost.VirtioGpu.Wire;

/// <summary>The first word of every request and response (SPEC: virtio 1.x, GPU device, "Device Operation: Request header").</summary>
internal enum ControlType : uint
{
    /// <summary>VIRTIO_GPU_CMD_GET_DISPLAY_INFO.</summary>
    GetDisplayInfo = 0x100,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_CREATE_2D.</summary>
    ResourceCreate2d = 0x101,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_UNREF.</summary>
    ResourceUnref = 0x102,

    /// <summary>VIRTIO_GPU_CMD_SET_SCANOUT.</summary>
    SetScanout = 0x103,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_FLUSH.</summary>
    ResourceFlush = 0x104,

    /// <summary>VIRTIO_GPU_CMD_TRANSFER_TO_HOST_2D.</summary>
    TransferToHost2d = 0x105,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_ATTACH_BACKING.</summary>
    ResourceAttachBacking = 0x106,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_DETACH_BACKING.</summary>
    ResourceDetachBacking = 0x107,

    /// <summary>VIRTIO_GPU_CMD_GET_CAPSET_INFO.</summary>
    GetCapsetInfo = 0x108,

    /// <summary>VIRTIO_GPU_CMD_GET_CAPSET.</summary>
    GetCapset = 0x109,

    /// <summary>VIRTIO_GPU_CMD_GET_EDID.</summary>
    GetEdid = 0x10a,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_ASSIGN_UUID.</summary>
    ResourceAssignUuid = 0x10b,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_CREATE_BLOB.</summary>
    ResourceCreateBlob = 0x10c,

    /// <summary>VIRTIO_GPU_CMD_SET_SCANOUT_BLOB.</summary>
    SetScanoutBlob = 0x10d,

    /// <summary>VIRTIO_GPU_CMD_CTX_CREATE.</summary>
    ContextCreate = 0x200,

    /// <summary>VIRTIO_GPU_CMD_CTX_DESTROY.</summary>
    ContextDestroy = 0x201,

    /// <summary>VIRTIO_GPU_CMD_CTX_ATTACH_RESOURCE.</summary>
    ContextAttachResource = 0x202,

    /// <summary>VIRTIO_GPU_CMD_CTX_DETACH_RESOURCE.</summary>
    ContextDetachResource = 0x203,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_CREATE_3D.</summary>
    ResourceCreate3d = 0x204,

    /// <summary>VIRTIO_GPU_CMD_TRANSFER_TO_HOST_3D.</summary>
    TransferToHost3d = 0x205,

    /// <summary>VIRTIO_GPU_CMD_TRANSFER_FROM_HOST_3D.</summary>
    TransferFromHost3d = 0x206,

    /// <summary>VIRTIO_GPU_CMD_SUBMIT_3D.</summary>
    Submit3d = 0x207,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_MAP_BLOB: refused, no front-end gives a window for host memory.</summary>
    ResourceMapBlob = 0x208,

    /// <summary>VIRTIO_GPU_CMD_RESOURCE_UNMAP_BLOB: refused, like its counterpart.</summary>
    ResourceUnmapBlob = 0x209,

    /// <summary>VIRTIO_GPU_CMD_UPDATE_CURSOR.</summary>
    UpdateCursor = 0x300,

    /// <summary>VIRTIO_GPU_CMD_MOVE_CURSOR.</summary>
    MoveCursor = 0x301,

    /// <summary>VIRTIO_GPU_RESP_OK_NODATA.</summary>
    OkNoData = 0x1100,

    /// <summary>VIRTIO_GPU_RESP_OK_DISPLAY_INFO.</summary>
    OkDisplayInfo = 0x1101,

    /// <summary>VIRTIO_GPU_RESP_OK_CAPSET_INFO.</summary>
    OkCapsetInfo = 0x1102,

    /// <summary>VIRTIO_GPU_RESP_OK_CAPSET.</summary>
    OkCapset = 0x1103,

    /// <summary>VIRTIO_GPU_RESP_OK_EDID.</summary>
    OkEdid = 0x1104,

    /// <summary>VIRTIO_GPU_RESP_OK_RESOURCE_UUID.</summary>
    OkResourceUuid = 0x1105,

    /// <summary>VIRTIO_GPU_RESP_ERR_UNSPEC.</summary>
    ErrorUnspecified = 0x1200,

    /// <summary>VIRTIO_GPU_RESP_ERR_OUT_OF_MEMORY.</summary>
    ErrorOutOfMemory = 0x1201,

    /// <summary>VIRTIO_GPU_RESP_ERR_INVALID_SCANOUT_ID.</summary>
    ErrorInvalidScanoutId = 0x1202,

    /// <summary>VIRTIO_GPU_RESP_ERR_INVALID_RESOURCE_ID.</summary>
    ErrorInvalidResourceId = 0x1203,

    /// <summary>VIRTIO_GPU_RESP_ERR_INVALID_CONTEXT_ID.</summary>
    ErrorInvalidContextId = 0x1204,

    /// <summary>VIRTIO_GPU_RESP_ERR_INVALID_PARAMETER.</summary>
    ErrorInvalidParameter = 0x1205,
}
