using System.Net.Http.Headers;
using System.Text;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Http;

/// <summary>A form that is none is refused like any other bad input, by pages and by the API.</summary>
public sealed class SentFormTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string CutOff = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nzzz";

    public static TheoryData<string, string, string> Forms => new()
    {
        { "/sign-in", "multipart/form-data", CutOff },
        { "/sign-in", "multipart/form-data; boundary=x", CutOff },
        { "/projects/new", "multipart/form-data; boundary=x", CutOff },
        { "/projects/new", "application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"f{i}=1")) },
        { "/api/v1/imports?kind=projects", "multipart/form-data", CutOff },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_cannot_be_read_is_refused_with_the_reason(string path, string type, string body)
    {
        using var client = server.ClientAs("79@origin", Role.Reporter);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await client.PostAsync(path, content, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("Biểu mẫu gửi lên không đọc được", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
