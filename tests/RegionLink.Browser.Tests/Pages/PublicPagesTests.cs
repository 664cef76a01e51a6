using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Every public page, in both languages, on a phone and at a desk.</summary>
public sealed class PublicPagesTests(WebFixture web)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "region", "/" },
        { "region-2022", "/?year=2022&boundary=2025-06-30" },
        { "card-computed", "/targets/dx-budget-1pct-proposal/79@2025-07-01?year=2026&stage=decided&boundary=2026-11-01" },
        { "card-published", "/targets/dx-budget-1pct-proposal/79@origin?year=2022&stage=decided&boundary=2022-12-31" },
        { "provinces", "/provinces" },
        { "province", "/provinces/79@2025-07-01" },
        { "communes", "/provinces/75@2026-04-30/communes" },
        { "communes-former", "/provinces/80@origin/communes" },
        { "province-former", "/provinces/80@origin" },
        { "projects", "/projects?late=true" },
        { "projects-none", "/projects?name.contains=vu+tru" },
        { "project", "/projects/79@2025-07-01/MAU-002" },
        { "explorer", "/explorer" },
        { "explorer-lines", "/explorer?metrics=local_budget_expenditure&period=2020,2021,2022&boundary=2025-06-30&view=line" },
        { "explorer-map", "/explorer?metrics=area&period=2025-06-30,2025-07-01&boundary=2025-07-01&view=map" },
        { "glossary", "/glossary" },
        { "sources", "/sources" },
        { "missing", "/no-such-page" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barriers_and_fits(string name, string address)
    {
        foreach (var language in new[] { "vi", "en" })
        {
            foreach (var width in new[] { 360, 1280 })
            {
                var page = await web.OpenAsync(width);
                var complaints = new List<string>();
                page.Console += (_, message) =>
                {
                    // The browser itself reports a page that is not there; everything else is a fault of ours.
                    if (message.Type is "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                    {
                        complaints.Add(message.Text);
                    }
                };
                page.PageError += (_, error) => complaints.Add(error);

                await page.GotoAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}", new() { WaitUntil = WaitUntilState.NetworkIdle });

                await page.KeepPictureAsync($"{name}-{language}-{width}");
                await page.HasNoBarriersAsync();
                await page.FitsAsync();
                Assert.Empty(complaints);
                await page.Context.CloseAsync();
            }
        }
    }
}
