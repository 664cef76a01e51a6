namespace RegionLink.Server.CommandLine;

/// <summary>The server's parts without its doors: for commands that work on the database and answer nobody.</summary>
internal static class OfflineHost
{
    public static WebApplication Create(DatabaseSession database) =>
        ServerHost.Create(new ServerOptions(database.ConnectionString), builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
}
