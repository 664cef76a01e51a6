using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>Every page behind the door, in both languages, on a phone and at a desk.</summary>
public sealed class SignedInPagesTests(WebFixture web)
{
    private const string DongNai = "75@2026-04-30";

    public static TheoryData<string, string, string> Pages => new()
    {
        { "sign-in", "", "/sign-in" },
        { "account", "79-reporter", "/account" },
        { "second-factor", "79-reporter", "/account/second-factor" },
        { "passkeys", "79-reporter", "/account/passkeys" },
        { "provider", "79-reporter", "/account/provider" },
        { "project-new", "75-reporter", "/projects/new" },
        { "project-update", "79-reporter", $"/projects/{People.City}/MAU-002/update" },
        { "desk", "75-reporter", "/desk" },
        { "report-draft", "75-reporter", $"/desk/mau-2026-11/{DongNai}" },
        { "report-returned", "75-reporter", $"/desk/mau-2026-10/{DongNai}" },
        { "report-approval", "75-approver", $"/desk/mau-2026-11/{DongNai}" },
        { "report-locked", "79-reporter", $"/desk/mau-2026-09/{People.City}" },
        { "coordination", "coordinator", "/coordination" },
        { "period-new", "coordinator", "/coordination/periods/new" },
        { "period", "coordinator", "/coordination/periods/mau-2026-10" },
        { "review", "coordinator", $"/coordination/reports/mau-2026-11/{People.City}" },
        { "coordination-supervisor", "supervisor", "/coordination" },
        { "review-supervisor", "supervisor", $"/coordination/reports/mau-2026-10/{People.City}" },
        { "targets", "", "/targets" },
        { "target", "79-approver", "/targets/dx-budget-1pct-proposal" },
        { "target-new", "coordinator", "/coordination/targets/new" },
        { "what-if", "coordinator", "/coordination/what-if" },
        { "users", "administrator", "/users" },
        { "user-new", "administrator", "/users/new" },
        { "keys", "administrator", "/keys" },
        { "audit", "administrator", "/audit" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barriers_and_fits(string name, string login, string address)
    {
        var page = login.Length == 0 ? await web.OpenAsync() : await web.SignedInAsync(login);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);

        // A page is loaded once for each language; axe looks at one width of each, because nothing but the layout differs between them.
        foreach (var (language, width, other) in new[] { ("vi", 1280, 360), ("en", 360, 1280) })
        {
            await page.SetViewportSizeAsync(other, 900);
            var answer = await page.GotoAsync($"{address}?lang={language}", new() { WaitUntil = WaitUntilState.Load });
            Assert.Equal(200, answer!.Status);
            await page.FitsAsync();
            await page.KeepPictureAsync($"{name}-{language}-{other}");
            await page.SetViewportSizeAsync(width, 900);
            await page.FitsAsync();
            await page.KeepPictureAsync($"{name}-{language}-{width}");
            await page.HasNoBarriersAsync();
        }

        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }
}
