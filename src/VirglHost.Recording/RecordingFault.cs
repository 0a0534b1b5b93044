namespace VirglHost.Recording;

/// <summary>Why a recording cannot be read.</summary>
public enum RecordingFault
{
    /// <summary>The file does not begin as a recording does.</summary>
    NoRecording,

    /// <summary>A newer virglhost wrote it, in a form that this one does not know.</summary>
    NewerVersion,

    /// <summary>It ends in the middle: the recording program was killed, or the file was cut.</summary>
    Truncated,

    /// <summary>Bytes were changed after it was written.</summary>
    Damaged,
}
