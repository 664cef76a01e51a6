using System.Diagnostics;
using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.Gateway;

/// <summary>
/// Makes the gateway runnable: packages exactly as its lock file says, then its own build. Both are skipped while nothing they depend on has
/// changed, so that only the first start is slow. One process at a time works on the folder; what was broken off is never taken for whole.
/// </summary>
internal sealed class GatewayBuild(string folder, Action<Notice> say)
{
    /// <summary>The Node the packages and the language level need.</summary>
    public static readonly Version OldestNode = new(20, 11);

    // EWOULDBLOCK, which .NET hands on as it is.
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;

    private static readonly TimeSpan TurnCheck = TimeSpan.FromMilliseconds(200);

    private readonly BuildStamp _installed = new(Path.Combine(folder, "node_modules", ".regionlink-installed"));
    private readonly BuildStamp _built = new(Path.Combine(folder, "dist", ".regionlink-built"));

    /// <summary>Null when the gateway is ready; otherwise why not, in one line.</summary>
    public async Task<Notice?> PrepareAsync(CancellationToken ct)
    {
        if (await NodeProblemAsync(ct) is { } problem)
        {
            return problem;
        }

        var (locked, sources) = (BuildStamp.DigestOf([Path.Combine(folder, "package-lock.json")]), BuildStamp.DigestOf(Sources()));
        if (_installed.Says(locked) && _built.Says(sources))
        {
            return null;
        }

        try
        {
            await using var turn = await TurnAsync(ct);
            return await InstallAsync(locked, ct) ?? await BuildAsync(sources, ct);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new Notice(
                $"Không ghi được vào {folder} ({e.Message}): hãy cài một lần bằng người dùng sở hữu thư mục ấy (xem docs/operations.md).",
                $"{folder} cannot be written to ({e.Message}): install once as the user who owns it (see docs/operations.md).");
        }
    }

    private async Task<Notice?> InstallAsync(string locked, CancellationToken ct)
    {
        if (_installed.Says(locked))
        {
            return null;
        }

        _installed.Remove();
        say(new Notice("Cài cổng GraphQL lần đầu theo tệp khoá (khoảng nửa phút)…", "Installing the GraphQL gateway from its lock file (about half a minute)…"));
        var (code, output) = await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], ct);
        if (code != 0)
        {
            return new Notice($"npm không cài được cổng GraphQL: {output}", $"npm could not install the GraphQL gateway: {output}");
        }

        await _installed.WriteAsync(locked, ct);
        return null;
    }

    private async Task<Notice?> BuildAsync(string sources, CancellationToken ct)
    {
        if (_built.Says(sources))
        {
            return null;
        }

        _built.Remove();
        var (code, output) = await RunAsync("npm", ["run", "--silent", "build"], ct);
        if (code != 0)
        {
            return new Notice($"Không biên dịch được cổng GraphQL: {output}", $"The GraphQL gateway does not build: {output}");
        }

        await _built.WriteAsync(sources, ct);
        return null;
    }

    /// <summary>Waits until no other process works on the folder. The lock goes with the process that holds it, however it ends.</summary>
    private async Task<FileStream> TurnAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".regionlink-preparing"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (busy.HResult is LockedOnLinux or LockedOnMac)
            {
                await Task.Delay(TurnCheck, ct);
            }
        }
    }

    private async Task<Notice?> NodeProblemAsync(CancellationToken ct)
    {
        var (code, output) = await RunAsync("node", ["--version"], ct);
        return code == 0 && Version.TryParse(output.Trim().TrimStart('v'), out var version) && version >= OldestNode
            ? null
            : new Notice(
                $"Cần Node.js ≥ {OldestNode} (https://nodejs.org) để chạy cổng GraphQL; phần còn lại vẫn chạy bình thường.",
                $"The GraphQL gateway needs Node.js ≥ {OldestNode} (https://nodejs.org); everything else runs without it.");
    }

    private IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(folder, "src"), "*.ts", SearchOption.AllDirectories)
            .Append(Path.Combine(folder, "package-lock.json"))
            .Append(Path.Combine(folder, "tsconfig.json"))
            .Order(StringComparer.Ordinal);

    /// <summary>Exit code and everything printed, both streams together; 127 when the program does not exist.</summary>
    private async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
                UseShellExecute = false,
            },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (127, missing.Message);
        }

        process.StandardInput.Close();
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, (await output + (process.ExitCode == 0 ? "" : await errors)).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }
}
