using System.Diagnostics;
using System.Text.Json;
using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.Samples;

/// <summary>
/// The sample systems of provinces, beside <c>up</c>: small servers in processes of their own, and a database on the private PostgreSQL.
/// They end when this process ends, however it ends.
/// </summary>
internal sealed class SampleSystems : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private SampleSystems(Process process, string systems, string secrets)
    {
        _process = process;
        Systems = systems;
        Secrets = secrets;
    }

    /// <summary>Folder with the systems' files, for the gateway.</summary>
    public string Systems { get; }

    /// <summary>Folder with their secrets.</summary>
    public string Secrets { get; }

    /// <summary>Starts them and waits until all listen.</summary>
    /// <param name="dataFolder">Their files go into a folder below.</param>
    /// <param name="server">Without a private PostgreSQL the one that is a database is left out.</param>
    /// <returns>Null, with the reason, when they do not run; nothing else depends on them.</returns>
    public static async Task<(SampleSystems? Started, string Reason)> StartAsync(string dataFolder, EmbeddedPostgres? server, CancellationToken ct)
    {
        if (Find() is not { } samples)
        {
            return (null, $"samples/systems: {AppContext.BaseDirectory}");
        }

        var arguments = new List<string> { Path.Combine(samples, "servers", "run.mjs"), Path.Combine(Path.GetFullPath(dataFolder), "sample-systems") };
        if (server is not null)
        {
            arguments.Add(await SampleInspections.CreateAsync(server, Path.Combine(samples, "inspections.sql"), ct));
        }

        var process = new Process
        {
            StartInfo = new ProcessStartInfo("node", arguments)
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            process.Dispose();
            return (null, missing.Message);
        }

        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(ct).AsTask().WaitAsync(Patience, ct);
            if (line is not null)
            {
                using var answer = JsonDocument.Parse(line);
                return (
                    new SampleSystems(process, answer.RootElement.GetProperty("systems").GetString()!, answer.RootElement.GetProperty("secrets").GetString()!),
                    "");
            }

            return (null, Reason(await errors));
        }
        catch (TimeoutException late)
        {
            process.Kill(entireProcessTree: true);
            return (null, late.Message);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The line that says what went wrong, among what Node prints around it.</summary>
    private static string Reason(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(l => l.StartsWith("Error", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "node";
    }

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "samples", "systems");
            if (File.Exists(Path.Combine(folder, "servers", "run.mjs")))
            {
                return folder;
            }
        }

        return null;
    }
}
