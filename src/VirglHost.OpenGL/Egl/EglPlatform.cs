namespace VirglHost.OpenGL.Egl;

/// <summary>Ways of opening an EGL display without a window system.</summary>
public enum EglPlatform
{
    /// <summary>EGL_MESA_platform_surfaceless: the driver picks the device.</summary>
    Surfaceless = 0,

    /// <summary>EGL_EXT_platform_device: one of the devices that EGL lists.</summary>
    Device = 1,

    /// <summary>eglGetDisplay with the default display: whatever the environment points at.</summary>
    Default = 2,
}
