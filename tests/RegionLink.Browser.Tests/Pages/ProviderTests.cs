using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Signing in by an identity provider that lives on another host.</summary>
public sealed class ProviderTests(WebFixture web)
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Somebody_links_an_account_and_signs_in_by_it_until_an_administrator_removes_the_link(string language)
    {
        var account = (await web.Services.GetRequiredService<AccountKeeper>().CreateAsync(
            $"linked-{language}", $"Linked {language}", null, [Role.Researcher], mustChangePassword: false, Doer.Platform("test"), TestContext.Current.CancellationToken))!;
        web.Provider.Person = $"person-{language}";
        var page = await web.OpenAsync();
        await page.GotoAsync($"/sign-in?lang={language}&returnTo=/account/provider");
        await LookAsync(page, "sign-in", language);
        await page.EnterAsync("login", account.Login);
        await page.EnterAsync("password", account.Password);
        await page.Locator("#main button[type=submit]").First.ClickAsync();
        await LookAsync(page, "link", language);
        await page.EnterAsync("currentPassword", account.Password);
        await page.Locator("#main button[type=submit]").ClickAsync();
        await LookAsync(page, "link-set-up", language);
        await page.Locator("#main a.button").ClickAsync();
        await Assertions.Expect(page.Content()).ToContainTextAsync(web.Provider.Person);
        await LookAsync(page, "linked", language);

        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        await page.GotoAsync("/sign-in?returnTo=/account");
        await ByProviderAsync(page);
        await page.WaitForURLAsync("**/account");
        await Assertions.Expect(page.Locator("#who")).ToHaveTextAsync($"Linked {language}");

        var administrator = await web.SignedInAsync("administrator", script: false);
        await administrator.GotoAsync($"/users/{account.Id}?lang={language}");
        await administrator.Locator($"form[action='/users/{account.Id}/provider'] button").ClickAsync();
        await Assertions.Expect(administrator.Locator("form[action$='/provider']")).ToHaveCountAsync(0);
        await page.GotoAsync("/sign-in");
        await ByProviderAsync(page);
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync(language == "vi" ? "chưa gắn với tài khoản nào" : "not linked to an account");
    }

    private static Task ByProviderAsync(IPage page) => page.Locator("#main a[href^='/sign-in/provider']").ClickAsync();

    private static async Task LookAsync(IPage page, string name, string language)
    {
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        foreach (var width in new[] { 360, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.FitsAsync();
            await page.KeepPictureAsync($"provider-{name}-{language}-{width}");
        }

        await page.HasNoBarriersAsync();
    }
}
