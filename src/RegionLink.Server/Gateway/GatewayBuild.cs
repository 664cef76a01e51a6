using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.Gateway;

/// <summary>
/// Makes the gateway runnable: packages exactly as its lock file says, then its own build. Both are skipped while nothing they depend on has
/// changed, so that only the first start is slow.
/// </summary>
internal sealed class GatewayBuild(string folder, Action<Notice> say)
{
    /// <summary>The Node the packages and the language level need.</summary>
    public static readonly Version OldestNode = new(20, 11);

    /// <summary>Null when the gateway is ready; otherwise why not, in one line.</summary>
    public async Task<Notice?> PrepareAsync(CancellationToken ct)
    {
        if (await NodeProblemAsync(ct) is { } problem)
        {
            return problem;
        }

        var lockDigest = Digest([Path.Combine(folder, "package-lock.json")]);
        var installed = Path.Combine(folder, "node_modules", ".regionlink-installed");
        if (!Matches(installed, lockDigest))
        {
            say(new Notice("Cài cổng GraphQL lần đầu theo tệp khoá (khoảng nửa phút)…", "Installing the GraphQL gateway from its lock file (about half a minute)…"));
            var (code, output) = await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], ct);
            if (code != 0)
            {
                return new Notice($"npm không cài được cổng GraphQL: {output}", $"npm could not install the GraphQL gateway: {output}");
            }

            await File.WriteAllTextAsync(installed, lockDigest, ct);
        }

        var sourceDigest = Digest(Sources());
        var built = Path.Combine(folder, "dist", ".regionlink-built");
        if (!Matches(built, sourceDigest))
        {
            var (code, output) = await RunAsync("npm", ["run", "--silent", "build"], ct);
            if (code != 0)
            {
                return new Notice($"Không biên dịch được cổng GraphQL: {output}", $"The GraphQL gateway does not build: {output}");
            }

            await File.WriteAllTextAsync(built, sourceDigest, ct);
        }

        return null;
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

    private static string Digest(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool Matches(string stamp, string digest) => File.Exists(stamp) && File.ReadAllText(stamp) == digest;

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
            throw;
        }
    }
}
