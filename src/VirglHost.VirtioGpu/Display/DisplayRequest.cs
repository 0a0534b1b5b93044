namespace VirglHost.VirtioGpu.Display;

/// <summary>Messages of the display socket. SPEC: QEMU docs/interop/vhost-user-gpu. The back-end sends, the front-end answers.</summary>
internal enum DisplayRequest : uint
{
    /// <summary>VHOST_USER_GPU_GET_PROTOCOL_FEATURES.</summary>
    GetProtocolFeatures = 1,

    /// <summary>VHOST_USER_GPU_SET_PROTOCOL_FEATURES.</summary>
    SetProtocolFeatures = 2,

    /// <summary>VHOST_USER_GPU_GET_DISPLAY_INFO.</summary>
    GetDisplayInfo = 3,

    /// <summary>VHOST_USER_GPU_CURSOR_POS.</summary>
    CursorPosition = 4,

    /// <summary>VHOST_USER_GPU_CURSOR_POS_HIDE.</summary>
    CursorHide = 5,

    /// <summary>VHOST_USER_GPU_CURSOR_UPDATE.</summary>
    CursorUpdate = 6,

    /// <summary>VHOST_USER_GPU_SCANOUT.</summary>
    Scanout = 7,

    /// <summary>VHOST_USER_GPU_UPDATE.</summary>
    Update = 8,

    /// <summary>VHOST_USER_GPU_DMABUF_SCANOUT.</summary>
    DmabufScanout = 9,

    /// <summary>VHOST_USER_GPU_DMABUF_UPDATE: answered when the viewer has finished with the frame.</summary>
    DmabufUpdate = 10,

    /// <summary>VHOST_USER_GPU_GET_EDID.</summary>
    GetEdid = 11,

    /// <summary>VHOST_USER_GPU_DMABUF_SCANOUT2.</summary>
    DmabufScanout2 = 12,
}
