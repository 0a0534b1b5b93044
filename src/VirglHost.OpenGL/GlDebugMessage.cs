namespace VirglHost.OpenGL;

/// <summary>One message of the driver's debug output.</summary>
/// <param name="Source">Who sent it, such as <c>DebugSourceApi</c>.</param>
/// <param name="Type">What it is about, such as <c>DebugTypeError</c>.</param>
/// <param name="Severity">From <c>DebugSeverityNotification</c> to <c>DebugSeverityHigh</c>.</param>
/// <param name="Id">Number within source and type.</param>
/// <param name="Text">Text.</param>
public readonly record struct GlDebugMessage(GLEnum Source, GLEnum Type, GLEnum Severity, uint Id, string Text);
