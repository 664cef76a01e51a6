using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.Gateway;

/// <summary>Finds the gateway's sources: <c>gateway</c> beside the program, or <c>src/gateway</c> in a checkout above it.</summary>
internal static class GatewayFolder
{
    private const string Mark = "package-lock.json";

    /// <summary>What is said where there is none.</summary>
    public static Notice Missing { get; } = new(
        $"Không có thư mục gateway bên cạnh chương trình ({AppContext.BaseDirectory}); \"dotnet publish\" đặt nó ở đó. Cổng GraphQL không chạy, phần còn lại vẫn chạy.",
        $"There is no folder gateway beside the program ({AppContext.BaseDirectory}), where \"dotnet publish\" puts it. The GraphQL gateway does not run; everything else does.");

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
