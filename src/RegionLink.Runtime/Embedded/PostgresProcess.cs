using System.Diagnostics;

namespace RegionLink.Runtime.Embedded;

/// <summary>
/// A running PostgreSQL server, started again when it dies. It has a thread of its own for its whole life, because Linux ends a tied
/// child when the <em>thread</em> that started it ends, and threads of the pool come and go.
/// </summary>
internal sealed class PostgresProcess
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromMilliseconds(500);
    private readonly IReadOnlyList<string> _command;
    private readonly Action<int>? _died;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _keep;

    /// <param name="command">Server command; its output goes to <paramref name="logFile"/>.</param>
    /// <param name="died">Told the exit code when the server ended though nobody stopped it, before it is started again.</param>
    public PostgresProcess(IReadOnlyList<string> command, string logFile, Action<int>? died)
    {
        _command = ["/bin/sh", "-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", logFile, .. command];
        _died = died;
        new Thread(Run) { IsBackground = true, Name = "postgres" }.Start();
    }

    /// <summary>Completes when the server ended and will not be started again.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Once the server has answered: from now on it is started again when it dies.</summary>
    public void KeepAlive() => _keep = true;

    /// <summary>The next end is wanted.</summary>
    public void ExpectEnd() => _keep = false;

    private void Run()
    {
        try
        {
            while (true)
            {
                using var process = Process.Start(ProgramRun.Prepare(_command))!;
                process.WaitForExit();
                if (!_keep)
                {
                    return;
                }

                _died?.Invoke(process.ExitCode);
                Thread.Sleep(RestartPause);
                if (!_keep)
                {
                    return;
                }
            }
        }
        catch (Exception e)
        {
            _ended.TrySetException(e);
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
