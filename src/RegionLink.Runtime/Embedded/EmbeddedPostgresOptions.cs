namespace RegionLink.Runtime.Embedded;

/// <summary>How to run the private PostgreSQL.</summary>
/// <param name="DataFolder">
/// Where everything lives; created when missing. A folder that holds something else is refused, never written to.
/// </param>
public sealed record EmbeddedPostgresOptions(string DataFolder)
{
    /// <summary>
    /// False makes commits fast and unsafe (no fsync): an operating system crash may lose or corrupt everything. For tests only.
    /// A crash of PostgreSQL itself loses nothing in either case.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>Start over: delete what RegionLink keeps in the folder, and nothing else.</summary>
    public bool Fresh { get; init; }

    /// <summary>Delete the folder's content when stopped. For tests.</summary>
    public bool DeleteWhenStopped { get; init; }

    /// <summary>Connections PostgreSQL accepts at once.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Look at installed PostgreSQL first; false goes straight to the npm package, so that a test can cover that path.</summary>
    public bool UseInstalled { get; init; } = true;

    /// <summary>Receives a line for each step that may take a while. Called from any thread.</summary>
    public Action<Notice>? Log { get; init; }

    /// <summary>A throw-away server for one test run, in a new folder under the temporary folder.</summary>
    public static EmbeddedPostgresOptions Temporary() => new(Directory.CreateTempSubdirectory("regionlink-").FullName)
    {
        Durable = false,
        DeleteWhenStopped = true,
        MaxConnections = 400,
    };
}
