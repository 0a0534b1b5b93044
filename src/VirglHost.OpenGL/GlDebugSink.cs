namespace VirglHost.OpenGL;

/// <summary>Receives debug messages inside the GL call that caused them; must not call GL and must not throw.</summary>
public delegate void GlDebugSink(in GlDebugMessage message);
