using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>What administrators hand out, and what people meet who got it.</summary>
public sealed class AdministrationTests(WebFixture web)
{
    [Fact]
    public async Task Whoever_got_a_password_from_somebody_else_is_led_to_change_it()
    {
        var account = (await web.Services.GetRequiredService<AccountKeeper>().CreateAsync(
            "first-sign-in", "First", null, [Role.Supervisor], mustChangePassword: true, Doer.Platform("test"), TestContext.Current.CancellationToken))!;
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/sign-in");
        await page.EnterAsync("login", account.Login);
        await page.EnterAsync("password", account.Password);
        await page.PressAsync("Đăng nhập");
        await page.GotoAsync("/coordination");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Cần đổi mật khẩu trước");
        await page.Content().GetByRole(AriaRole.Link, new() { Name = "Đổi mật khẩu" }).ClickAsync();
        await Assertions.Expect(page.Locator("#newPassword")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_audit_trail_says_which_key_was_made()
    {
        var page = await web.SignedInAsync("administrator", script: false);
        await page.GotoAsync("/keys");
        await page.EnterAsync("label", "Khóa trong nhật ký");
        await page.Locator("input[name=rights]").First.CheckAsync();
        await page.PressAsync("Tạo khóa");
        await Assertions.Expect(page.Locator("code.secret")).ToContainTextAsync("rlk_");
        await page.GotoAsync("/audit?kind=key-created");
        await Assertions.Expect(page.Locator("#main tbody")).ToContainTextAsync("Khóa trong nhật ký (rlk_");
    }
}
