using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RegionLink.Browser.Tests.Fixtures;

/// <summary>People of the sample accounts at their browsers.</summary>
internal static class People
{
    public const string City = "79@2025-07-01";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Sessions = new();

    /// <summary>A browser in which somebody signed in by the page, as people do; each account does it once in a run.</summary>
    public static async Task<IPage> SignedInAsync(this WebFixture web, string login, int width = 1280, bool script = true)
    {
        var cookies = await Sessions.GetOrAdd(login, l => new(() => SessionOfAsync(web, l))).Value;
        return await web.OpenAsync(width, script, cookies);
    }

    /// <summary>Fills in the sign-in form that is open and sends it.</summary>
    public static async Task SignInAsync(this IPage page, WebFixture web, string login)
    {
        await page.Locator("#login").FillAsync(login);
        await page.Locator("#password").FillAsync(web.Passwords[login]);
        await page.Locator("#main button[type=submit]:not([formaction])").ClickAsync();
        await Assertions.Expect(page.Locator("#password")).ToHaveCountAsync(0);
    }

    private static async Task<string> SessionOfAsync(WebFixture web, string login)
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/sign-in");
        await page.SignInAsync(web, login);
        var cookies = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return cookies;
    }

    /// <summary>Presses a button by its words.</summary>
    public static Task PressAsync(this IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    /// <summary>Fills in the field of this name.</summary>
    public static Task EnterAsync(this IPage page, string name, string value) => page.Locator($"[id='{name}']").FillAsync(value);

    public static ILocator Content(this IPage page) => page.Locator("#main");

    /// <summary>Opens a period by the coordinator's page and gives its address for the unit's people.</summary>
    public static async Task<string> OpenPeriodAsync(this WebFixture web, string id)
    {
        var page = await web.SignedInAsync("coordinator");
        await page.GotoAsync("/coordination/periods/new");
        await page.Locator("[id='id']").FillAsync(id);
        await page.Locator("[id='titleVi']").FillAsync($"Báo cáo {id}");
        await page.Locator("[id='titleEn']").FillAsync($"Report {id}");
        await page.Locator("[id='start']").FillAsync("2026-10-15");
        await page.Locator("[id='end']").FillAsync("2026-11-14");
        await page.Locator("[id='forms[0].id']").FillAsync("DX-01");
        await page.Locator("[id='forms[0].titleVi']").FillAsync("Dịch vụ công");
        await page.Locator("[id='forms[0].titleEn']").FillAsync("Public services");
        await page.Locator("input[value='online_public_services_total']").CheckAsync();
        await page.Locator("input[value='admin_files_processed_online']").CheckAsync();
        await page.PressAsync("Mở kỳ báo cáo");
        await Assertions.Expect(page.GetByText("Đã mở kỳ báo cáo.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        return $"/desk/{id}/{City}";
    }
}
