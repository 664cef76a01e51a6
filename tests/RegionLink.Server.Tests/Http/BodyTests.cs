using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Http;

/// <summary>Bodies that are no text, or no JSON, or JSON that is no text.</summary>
public sealed class BodyTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("{\"title\":\"\u00ff\u00fe\"}", "request.body-unreadable")]                 // Latin-1
    [InlineData("{\"\u00ff\":1}", "request.body-unreadable")]
    [InlineData("{\"title\":\"\\ud800\",\"observations\":[]}", "request.field-unreadable")]  // half a surrogate pair
    [InlineData("{\"\\ud800\":1,\"title\":\"t\",\"observations\":[]}", "request.field-unreadable")]
    [InlineData("{\"title\":", "request.body-unreadable")]
    [InlineData("", "request.body-unreadable")]
    public async Task What_cannot_be_read_is_the_senders_fault(string latin, string code)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(latin));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await server.ClientAs("79@2025-07-01", Role.Reporter).PostAsync("/api/v1/observations", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([code], await answer.CodesAsync());
    }

    [Fact]
    public async Task The_place_of_what_is_no_text_is_told_and_a_byte_order_mark_is_none()
    {
        var reporter = server.ClientAs("79@2025-07-01", Role.Reporter);
        using var broken = await SendAsync([.. "{\"title\":\"Số "u8, 0xE1, 0xBA, (byte)'"', (byte)'}']);
        Assert.Contains("byte 15", await broken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var marked = await SendAsync([0xEF, 0xBB, 0xBF, .. "{\"title\":\"t\",\"observations\":[]}"u8]);
        Assert.Equal(["observation.empty"], await marked.CodesAsync());

        async Task<HttpResponseMessage> SendAsync(byte[] body)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return await reporter.PostAsync("/api/v1/observations", content, TestContext.Current.CancellationToken);
        }
    }
}
