using System.Diagnostics;

namespace RegionLink.Runtime.Embedded;

/// <summary>What a program left behind: its exit code and everything it printed, both streams together.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a program to its end; exit code 127 when it does not exist. Cancelling kills it.</summary>
    public static async Task<ProgramRun> OfAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Prepare(command) };
        process.StartInfo.RedirectStandardOutput = true;
        process.StartInfo.RedirectStandardError = true;
        process.StartInfo.RedirectStandardInput = true;
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new ProgramRun(127, missing.Message);
        }

        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new ProgramRun(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>A start that no PostgreSQL variable (PGDATA, PGHOST…) of the caller's shell can bend, with messages in English.</summary>
    public static ProcessStartInfo Prepare(IReadOnlyList<string> command)
    {
        // The root folder exists for every user; the caller's folder may be closed to the user PostgreSQL runs as.
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = "/", UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
