using System.Net.Sockets;
using System.Text;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Http;

/// <summary>A server of its own: what is sent here uses up the sign-ins of a minute.</summary>
public sealed class BodyRateTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Too_large_a_body_counts_as_a_request_like_any_other()
    {
        var answers = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(stream);
            answers.Add((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!);
        }

        Assert.Contains("429", answers[^1], StringComparison.Ordinal);
    }
}
