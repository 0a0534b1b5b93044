namespace VirglHost.Recording;

/// <summary>A file that cannot be read as a recording; the message says why, and where in the file.</summary>
public sealed class RecordingException : Exception
{
    /// <summary>What is wrong.</summary>
    public RecordingFault Fault { get; }

    /// <param name="fault">What is wrong.</param>
    /// <param name="message">For a person.</param>
    public RecordingException(RecordingFault fault, string message) : base(message) => Fault = fault;

    /// <param name="fault">What is wrong.</param>
    /// <param name="message">For a person.</param>
    /// <param name="cause">What the decompressor said.</param>
    public RecordingException(RecordingFault fault, string message, Exception cause) : base(message, cause) => Fault = fault;
}
