namespace RegionLink.Server.Gateway;

/// <summary>Finds the gateway's sources: <c>gateway</c> beside the program, or <c>src/gateway</c> in a checkout above it.</summary>
internal static class GatewayFolder
{
    private const string Mark = "package-lock.json";

    /// <summary>Null when there is none.</summary>
    public static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            foreach (var name in (string[])["gateway", Path.Combine("src", "gateway")])
            {
                var folder = Path.Combine(at.FullName, name);
                if (File.Exists(Path.Combine(folder, Mark)))
                {
                    return folder;
                }
            }
        }

        return null;
    }
}
