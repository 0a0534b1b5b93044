namespace VirglHost.Daemon;

/// <summary>
/// Process exit codes, numbered like sysexits.h so that supervisors can tell "fix the command line" from "fix the host" from "report a bug".
/// </summary>
internal enum ExitCode
{
    /// <summary>Work done, or ended by SIGTERM, SIGINT or SIGHUP.</summary>
    Ok = 0,

    /// <summary>compare: the pictures differ, or the one is not blank; as cmp and diff say it.</summary>
    Different = 1,

    /// <summary>EX_USAGE: the command line is wrong, or --fd names no connected socket.</summary>
    Usage = 64,

    /// <summary>EX_DATAERR: translate: a shader or its .key file was refused, or the host's compiler did not take the GLSL. compare: a file is no PNG. replay, inspect: a file is no whole recording.</summary>
    BadInput = 65,

    /// <summary>EX_NOINPUT: translate, compare, replay, inspect: a file or folder is not there, cannot be read or holds no shader.</summary>
    NoInput = 66,

    /// <summary>EX_UNAVAILABLE: the host offers no OpenGL, or less than 4.5 core.</summary>
    NoOpenGl = 69,

    /// <summary>EX_SOFTWARE: a bug in virglhost. The log holds what a report needs.</summary>
    Bug = 70,

    /// <summary>EX_CANTCREAT: the socket, the PNG folder or the log file cannot be made.</summary>
    CannotCreate = 73,

    /// <summary>EX_IOERR: the host's OpenGL was lost while serving.</summary>
    HostLost = 74,

    /// <summary>EX_PROTOCOL: the only front-end (--fd or --once) broke the protocol.</summary>
    Protocol = 76,
}
