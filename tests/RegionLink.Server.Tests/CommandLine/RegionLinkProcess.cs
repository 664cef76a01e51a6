using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RegionLink.Server.Tests.CommandLine;

/// <summary>The built <c>regionlink</c> program, run as a person would run it.</summary>
internal sealed class RegionLinkProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);   // a loaded build machine; alone it takes seconds
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private RegionLinkProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
    }

    public int Id => _process.Id;

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    public static RegionLinkProcess Start(params IReadOnlyList<string> arguments) => Start(null, arguments);

    /// <param name="connectionString">Value of REGIONLINK_DB; null leaves it out.</param>
    /// <param name="environment">Further variables.</param>
    public static RegionLinkProcess Start(
        string? connectionString, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "regionlink"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["REGIONLINK_DB"] = connectionString;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var running = new RegionLinkProcess(new Process { StartInfo = start });
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Runs to the end and returns the exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits for the printed address.</summary>
    public async Task<Uri> AddressAsync() => new(await WaitAsync(() => Output
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => word.StartsWith("http://localhost:", StringComparison.Ordinal))));

    /// <summary>Waits for the printed address of the GraphQL gateway.</summary>
    public async Task<Uri> GraphQLAsync() => new(await WaitAsync(() => Output
        .Split('\n')
        .Where(line => line.StartsWith("GraphQL:", StringComparison.Ordinal))
        .Select(line => line["GraphQL:".Length..].Trim())
        .FirstOrDefault()));

    /// <summary>Waits until the text was printed, as output or as an error.</summary>
    public Task<string> SaysAsync(string text) =>
        WaitAsync(() => Output.Contains(text, StringComparison.Ordinal) || Errors.Contains(text, StringComparison.Ordinal) ? text : null);

    /// <summary>What Ctrl-C sends.</summary>
    public Task InterruptAsync() => SignalAsync("INT");

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<string> WaitAsync(Func<string?> look)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            Assert.False(_process.HasExited, $"regionlink ended too early:\n{Output}\n{Errors}");
            Assert.True(waiting.Elapsed < Patience, $"regionlink does not come so far:\n{Output}\n{Errors}");
            await Task.Delay(50);
        }
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append('\n');
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
