using System.Runtime.InteropServices;

namespace RegionLink.Server.CommandLine;

/// <summary>
/// Ctrl-C, SIGTERM and a closed terminal ask the program to finish; <see cref="Token"/> says so. A second Ctrl-C ends it at once, and
/// a private PostgreSQL with it.
/// </summary>
internal sealed class Termination : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public Termination()
    {
        _registrations = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            .Select(signal => PosixSignalRegistration.Create(signal, Ask))];
    }

    public CancellationToken Token => _asked.Token;

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _asked.Dispose();
    }

    private void Ask(PosixSignalContext signal)
    {
        if (!_asked.IsCancellationRequested)
        {
            signal.Cancel = true;   // not the default action: we finish by ourselves
            _asked.Cancel();
        }
    }
}
