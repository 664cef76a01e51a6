using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Days in forms: written as the reader of the page writes them, whatever language the browser speaks; and every reason told at once.</summary>
public sealed class DayTests(WebFixture web)
{
    [Fact]
    public async Task Days_are_typed_as_officials_write_them_and_shown_in_the_readers_language()
    {
        var page = await web.SignedInAsync("coordinator", script: false);
        await page.GotoAsync("/coordination/periods/new");
        await Assertions.Expect(page.Locator("#start")).ToHaveValueAsync(Day("^15/[0-9]{2}/[0-9]{4}$"));
        await FillAsync(page, "days-1", "15/10/2026", "14/11/2026", "2", "16/11/2026, 2/9/2026");
        await page.EnterAsync("forms[0].id", "DX-01");
        await page.EnterAsync("forms[0].titleVi", "Dịch vụ công");
        await page.EnterAsync("forms[0].titleEn", "Public services");
        await page.Locator("input[value='online_public_services_total']").CheckAsync();
        await page.PressAsync("Mở kỳ báo cáo");

        // Monday the 16th is a day off: the second working day after Saturday the 14th is the 18th.
        await Assertions.Expect(page.Content()).ToContainTextAsync("15/10/2026–14/11/2026");
        await Assertions.Expect(page.Content()).ToContainTextAsync("18/11/2026");
        await page.GotoAsync("/coordination/periods/new?lang=en");
        await Assertions.Expect(page.Locator("#start")).ToHaveValueAsync(Day("^15 [A-Z][a-z]{2} [0-9]{4}$"));
    }

    [Fact]
    public async Task Days_that_are_none_are_told_with_all_other_reasons_and_nothing_typed_is_lost()
    {
        var page = await web.SignedInAsync("coordinator", script: false);
        await page.GotoAsync("/coordination/periods/new");
        await FillAsync(page, "XẤU", "31/02/2026", "", "1,5", "hôm qua");
        await page.EnterAsync("titleVi", "");
        await page.EnterAsync("titleEn", "");
        await page.PressAsync("Mở kỳ báo cáo");

        foreach (var field in new[] { "id", "titleVi", "titleEn", "start", "end", "dueWorkingDays", "holidays", "forms" })
        {
            await Assertions.Expect(page.Locator($".error-summary a[href='#{field}']")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator($"#{field}-error")).ToHaveCountAsync(1);
        }

        await Assertions.Expect(page.Locator("#start-error")).ToContainTextAsync("hãy viết như 14/11/2026");
        await Assertions.Expect(page.Locator("#start")).ToHaveValueAsync("31/02/2026");
        await Assertions.Expect(page.Locator("#holidays")).ToHaveValueAsync("hôm qua");
        await Assertions.Expect(page.Locator("#dueWorkingDays")).ToHaveValueAsync("1,5");
    }

    [Fact]
    public async Task A_target_without_anything_says_all_that_is_missing()
    {
        var page = await web.SignedInAsync("coordinator", script: false);
        await page.GotoAsync("/coordination/targets/new");
        await page.EvaluateAsync("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
        await page.EnterAsync("validity.from", "29/2/2026");
        await page.EnterAsync("threshold", new string('9', 400));
        await page.Locator("#main form button[type=submit]").ClickAsync();
        foreach (var field in new[] { "id", "metric", "threshold", "validity.from", "legalSource" })
        {
            await Assertions.Expect(page.Locator($".error-summary a[href='#{field}']")).ToHaveCountAsync(1);
        }

        await Assertions.Expect(page.Locator("[id='validity.from']")).ToHaveValueAsync("29/2/2026");
        await page.SetViewportSizeAsync(360, 900);
        await page.FitsAsync();
    }

    [Fact]
    public async Task The_audit_trail_says_which_condition_it_did_not_understand()
    {
        var page = await web.SignedInAsync("administrator");
        await page.GotoAsync("/audit?from=31/02/2026&to=01/01/2031");
        await Assertions.Expect(page.Locator("#from-error")).ToContainTextAsync("31/02/2026");
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync("31/02/2026");
        await Assertions.Expect(page.Locator("#to")).ToHaveValueAsync("01/01/2031");
        await page.HasNoBarriersAsync();

        await page.EnterAsync("from", "1/1/2031");
        await page.PressAsync("Xem");
        await Assertions.Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Content()).ToContainTextAsync("Không có dòng nào khớp");
    }

    private static Regex Day(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static async Task FillAsync(IPage page, string id, string start, string end, string days, string holidays)
    {
        await page.EnterAsync("id", id);
        await page.EnterAsync("titleVi", $"Báo cáo {id}");
        await page.EnterAsync("titleEn", $"Report {id}");
        await page.EnterAsync("start", start);
        await page.EnterAsync("end", end);
        await page.EnterAsync("dueWorkingDays", days);
        await page.EnterAsync("holidays", holidays);
    }
}
