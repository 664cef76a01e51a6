using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Web;

namespace RegionLink.Server.Tests.Web;

/// <summary>What holds for every page.</summary>
public sealed class PageTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_Vietnamese_until_the_reader_chooses_and_then_remembered()
    {
        using var browser = server.Anonymous();

        Assert.Contains("<html lang=\"vi\">", await browser.GetStringAsync("/", Ct), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", await browser.GetStringAsync("/?lang=en", Ct), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", await browser.GetStringAsync("/glossary", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_forbids_scripts_styles_and_frames_that_are_not_its_own()
    {
        using var browser = server.Anonymous();
        using var answer = await browser.GetAsync("/", Ct);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_page_is_a_page_for_people_and_a_problem_for_programs()
    {
        using var person = server.Anonymous();
        person.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var page = await person.GetAsync("/no-such-page", Ct);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Không tìm thấy trang", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.True(page.Headers.Contains("Content-Security-Policy"));

        using var program = server.Anonymous();
        using var problem = await program.GetAsync("/no-such-page", Ct);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
        using var api = await person.GetAsync("/api/v1/no-such-thing", Ct);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_parameter_nobody_can_read_is_explained_on_a_page()
    {
        using var person = server.Anonymous();
        person.DefaultRequestHeaders.Add("Accept", "text/html");
        using var page = await person.GetAsync("/?year=soon", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("soon", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_repeats_of_its_address_is_encoded()
    {
        using var person = server.Anonymous();
        person.DefaultRequestHeaders.Add("Accept", "text/html");
        using var page = await person.GetAsync("/?year=%3Cscript%3Ealert(1)%3C/script%3E", Ct);
        Assert.DoesNotContain("<script>alert", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_stays_below_150_KB_compressed()
    {
        using var handler = new HttpClientHandler();
        using var browser = new HttpClient(handler) { BaseAddress = server.Address };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var html = await browser.GetByteArrayAsync("/", Ct);
        var assets = server.Services.GetRequiredService<Assets>();
        var all = html.Length + assets.Find("site.css")!.Brotli.Length + assets.Find("mark.svg")!.Brotli.Length;
        Assert.InRange(all, 1_000, 150_000);
    }

    [Fact]
    public void Every_form_of_a_page_asks_for_its_token()
    {
        var posts = server.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<PageMark>() is not null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true);
        Assert.All(posts, e => Assert.True(e.Metadata.GetMetadata<FormMark>() is not null, e.DisplayName));
    }
}
