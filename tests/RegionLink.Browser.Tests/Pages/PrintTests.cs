using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>On paper: the report and the scoreboard are whole, and nothing is printed that only works on a screen.</summary>
public sealed class PrintTests(WebFixture web)
{
    /// <summary>CSS pixels between the margins of A4, which the browser lays a printed page out in.</summary>
    private const int PaperWidth = 718;

    public static TheoryData<string, string, string> Printed => new()
    {
        { "scoreboard", "", "/?year=2022&boundary=2025-06-30" },
        { "report", "75-reporter", "/desk/mau-2026-11/75@2026-04-30" },
        { "report-handed-in", "79-reporter", $"/desk/mau-2026-09/{People.City}" },
        { "review", "coordinator", $"/coordination/reports/mau-2026-11/{People.City}" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task A_printed_page_holds_every_column_and_nothing_to_press(string name, string login, string address)
    {
        var page = login.Length == 0 ? await web.OpenAsync(PaperWidth) : await web.SignedInAsync(login, PaperWidth);
        foreach (var language in new[] { "vi", "en" })
        {
            await page.GotoAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}", new() { WaitUntil = WaitUntilState.Load });
            await page.EmulateMediaAsync(new() { Media = Media.Print });

            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('nav, button, .button, .skip, input[type=file], .live')]
                  .filter(e => e.getClientRects().length > 0).map(e => e.outerHTML.slice(0, 120))
                """));
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('table, .table, td, th')]
                  .filter(e => e.getClientRects().length > 0 && (e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > document.documentElement.clientWidth + 1))
                  .map(e => `${e.scrollWidth}>${e.clientWidth} ${Math.round(e.getBoundingClientRect().right)} ${e.outerHTML.slice(0, 120)}`)
                """));
            await page.FitsAsync();
            await Assertions.Expect(page.Locator("table").First).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".foot .only-print")).ToContainTextAsync(address.Split('?')[0]);
            await page.KeepPaperAsync($"print-{name}-{language}");
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
        }
    }
}
