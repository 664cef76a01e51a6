using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace RegionLink.Server.Gateway;

/// <summary>
/// The gateway as a child of this process. It holds our end of its standard input open: when we end, however we end, it stops too.
/// What it logs goes to a file.
/// </summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(12);

    private readonly Process _process;
    private readonly Task _logging;

    private GatewayProcess(Process process, Task logging, Uri address)
    {
        _process = process;
        _logging = logging;
        Address = address;
    }

    /// <summary>Where GraphQL is answered.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="folder">The built gateway.</param>
    /// <param name="settings">Environment variables for it.</param>
    /// <param name="logFile">Appended to; its folder is made.</param>
    /// <returns>Null, with the reason it gave, when it ended or did not listen in time.</returns>
    public static async Task<(GatewayProcess? Started, string Reason)> StartAsync(
        string folder, IReadOnlyDictionary<string, string> settings, string logFile, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("node", [Path.Combine("dist", "src", "main.js")])
            {
                WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
                UseShellExecute = false,
            },
        };
        foreach (var (name, value) in settings)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.StartInfo.Environment["GATEWAY_STOP_WITH_INPUT"] = "on";
        process.Start();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = "";
        var log = TextWriter.Synchronized(new StreamWriter(logFile, append: true) { AutoFlush = true });
        var logging = Task.WhenAll(CopyAsync(process.StandardOutput), CopyAsync(process.StandardError));
        var ended = process.WaitForExitAsync(CancellationToken.None);
        try
        {
            await Task.WhenAny(listening.Task, ended).WaitAsync(Patience, ct);
        }
        catch (Exception early) when (early is TimeoutException or OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            if (early is OperationCanceledException)
            {
                throw;
            }

            last = string.Create(CultureInfo.InvariantCulture, $"{Patience.TotalSeconds} s");
        }

        if (listening.Task.IsCompletedSuccessfully)
        {
            return (new GatewayProcess(process, logging, await listening.Task), "");
        }

        await logging;
        process.Dispose();
        return (null, last);

        async Task CopyAsync(StreamReader from)
        {
            while (await from.ReadLineAsync(CancellationToken.None) is { } line)
            {
                await log.WriteLineAsync(line);
                last = line;
                if (AddressIn(line) is { } address)
                {
                    listening.TrySetResult(address);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Farewell);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        await _logging;
        _process.Dispose();
    }

    /// <summary>The address in the gateway's own line "listening"; null for every other line.</summary>
    private static Uri? AddressIn(string line)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            return entry.RootElement.TryGetProperty("message", out var message) && message.ValueEquals("listening")
                && entry.RootElement.TryGetProperty("url", out var url) ? new Uri(url.GetString()!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
