namespace RegionLink.Server.CommandLine;

/// <summary>What the program tells the shell; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work was done and found something wrong: an altered log, a refused file, a wrong command line.</summary>
    public const int Faults = 1;

    /// <summary>The work could not be done for a reason outside: no database, port taken, folder in use.</summary>
    public const int Unavailable = 3;
}
