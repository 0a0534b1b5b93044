namespace VirglHost.Daemon;

/// <summary>
/// What an option was given. An object, because the command line library's generic code comes precompiled for objects only: for each kind of number or enum it would
/// be compiled at every start, which cost a third of the time until the program listens.
/// </summary>
internal sealed record Given<T>(T Value)
    where T : struct
{
    public override string ToString() => Value.ToString()!;
}
