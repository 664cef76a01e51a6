using System.Net;
using System.Net.Sockets;
using RegionLink.Server.Tests.CommandLine;

namespace RegionLink.Server.Tests.Faults;

/// <summary>A server process of its own that can be killed at any moment and comes back on the same address.</summary>
internal sealed class ServerNode(string connectionString) : IAsyncDisposable
{
    private RegionLinkProcess? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public async Task StartAsync()
    {
        _process = RegionLinkProcess.Start(
            connectionString,
            ["serve", "--host", "127.0.0.1", "--port", Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            new Dictionary<string, string> { ["Limits__RequestsPerMinute"] = "0" });
        using var client = new HttpClient { BaseAddress = Address };
        var deadline = DateTime.UtcNow.AddMinutes(3);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            Assert.True(DateTime.UtcNow < deadline, $"The server does not come up:\n{_process.Output}\n{_process.Errors}");
            await Task.Delay(50);
        }
    }

    /// <summary>kill -9: nothing of the program runs any more, not even a handler.</summary>
    public async Task KillAsync()
    {
        await _process!.SignalAsync("KILL");
        await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
