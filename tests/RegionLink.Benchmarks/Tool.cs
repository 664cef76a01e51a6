using System.Diagnostics;

namespace RegionLink.Benchmarks;

/// <summary>Runs a named peer as its own program.</summary>
internal static class Tool
{
    private static readonly string[] Folders = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin", "/usr/bin"];

    /// <exception cref="InvalidOperationException">It is not installed, or it failed; the message says which package has it.</exception>
    public static async Task<string> RunAsync(string name, string package, string? input, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var path = Folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{name} is missing; Debian's package {package} has it.");
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input ?? "");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{name} failed: {await error}");
    }

    /// <summary>How libpq programs reach the database of a connection string.</summary>
    public static Dictionary<string, string> Libpq(string connectionString)
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(connectionString);
        return new(StringComparer.Ordinal)
        {
            ["PGHOST"] = settings.Host!,
            ["PGPORT"] = settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["PGUSER"] = settings.Username!,
            ["PGDATABASE"] = settings.Database!,
            ["PGPASSWORD"] = settings.Password ?? "",
        };
    }
}
