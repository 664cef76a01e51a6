using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Http;

/// <summary>Bodies larger than an endpoint takes, from senders that listen while they send and from those that do not.</summary>
public sealed class BodyLimitTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const int Megabyte = 1024 * 1024;
    private const string Unit = "79@2025-07-01";

    [Theory]
    [InlineData("/api/v1/imports?kind=projects", 60, "50 MB")]
    [InlineData("/api/v1/observations", 40, "16 MB")]
    [InlineData("/api/v1/session", 3, "4096 B")]
    public async Task A_sender_that_first_sends_everything_is_told(string path, int megabytes, string limit)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {(path.Contains("imports", StringComparison.Ordinal) ? "text/csv" : "application/json")}\r\nContent-Length: {megabytes * Megabyte}\r\n"
            + $"{TestCallers.Header}: {TestCallers.Describe("an", Domain.Common.UnitKey.Parse(Unit), [Role.Reporter])}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        var part = new byte[Megabyte];
        for (var i = 0; i < megabytes; i++)
        {
            await stream.WriteAsync(part, TestContext.Current.CancellationToken);
        }

        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("request.too-large", answer, StringComparison.Ordinal);
        Assert.Contains($"at most {limit} are taken", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reporter", 100)]   // known: 64 MB and what the buffers between hold
    [InlineData("nobody", 30)]      // refused by the gate: only the buffers
    public async Task A_sender_that_never_ends_is_cut_off(string who, int most)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var caller = who == "nobody" ? "" : $"{TestCallers.Header}: {TestCallers.Describe("an", Domain.Common.UnitKey.Parse(Unit), [Role.Reporter])}\r\n";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /api/v1/observations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {1L << 40}\r\n{caller}\r\n"),
            TestContext.Current.CancellationToken);
        var part = new byte[Megabyte];
        var sent = 0;
        try
        {
            for (; sent <= 400; sent++)
            {
                await stream.WriteAsync(part, TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Cut off.
        }

        Assert.InRange(sent, 0, most);
    }

    [Fact]
    public async Task A_body_of_unannounced_length_is_told_when_it_has_become_too_large()
    {
        using var content = new StreamContent(new Blanks(40L * Megabyte));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/observations") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await server.ClientAs(Unit, Role.Reporter).SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(["request.too-large"], await answer.CodesAsync());
    }

    [Fact]
    public async Task What_an_endpoint_takes_it_still_takes()
    {
        using var content = new StreamContent(new Blanks(15L * Megabyte));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await server.ClientAs(Unit, Role.Reporter).PostAsync("/api/v1/observations", content, TestContext.Current.CancellationToken);

        Assert.Equal(["request.body-unreadable"], await answer.CodesAsync());
    }

    /// <summary>So many blanks, made as they are read; of no known length.</summary>
    private sealed class Blanks(long bytes) : Stream
    {
        private long _left = bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(_left, count);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
