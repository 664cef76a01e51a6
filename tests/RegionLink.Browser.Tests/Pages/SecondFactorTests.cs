using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Setting up a second factor and signing in with it, without script, with codes as a phone makes them.</summary>
public sealed class SecondFactorTests(WebFixture web)
{
    [Fact]
    public async Task Somebody_sets_it_up_signs_in_with_a_code_and_with_a_recovery_code()
    {
        var account = await web.Services.GetRequiredService<AccountKeeper>().CreateAsync(
            "two-steps", "Hai bước", null, [Role.Researcher], mustChangePassword: false, Doer.Platform("test"), TestContext.Current.CancellationToken);
        var page = await web.OpenAsync(script: false);
        await PasswordAsync(page, account!);
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xác thực hai bước" }).ClickAsync();
        await page.Locator("#currentPassword").FillAsync(account!.Password);
        await page.PressAsync("Bắt đầu thiết lập");
        await Assertions.Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        await page.KeepPictureAsync("second-factor-set-up-vi-1280");
        var secret = await page.Locator("code.secret").InnerTextAsync();

        await page.Locator("#code").FillAsync("000000");
        await page.PressAsync("Xác nhận");
        await Assertions.Expect(page.Locator("#code-error")).ToBeVisibleAsync();
        await page.Locator("#code").FillAsync(Code(secret, 0));
        await page.PressAsync("Xác nhận");
        await Assertions.Expect(page.Locator("code.secret")).ToHaveCountAsync(8);
        var recovery = await page.Locator("code.secret").First.InnerTextAsync();

        // The code of the next half minute is good already, and was not used.
        var other = await web.OpenAsync(script: false);
        await PasswordAsync(other, account, "/explorer");
        await other.Locator("#code").FillAsync("111111");
        await other.PressAsync("Đăng nhập");
        await Assertions.Expect(other.Locator("#code-error")).ToBeVisibleAsync();
        await other.Locator("#code").FillAsync(Code(secret, 1));
        await other.PressAsync("Đăng nhập");
        await Assertions.Expect(other).ToHaveURLAsync(new Uri(web.Address, "/explorer").ToString());

        var third = await web.OpenAsync(script: false);
        await PasswordAsync(third, account);
        await third.Locator("#code").FillAsync(recovery);
        await third.PressAsync("Đăng nhập");
        await third.GotoAsync("/account/second-factor");
        await Assertions.Expect(third.GetByText("Còn 7 mã khôi phục.")).ToBeVisibleAsync();
        await third.Locator("#currentPassword").FillAsync(account.Password);
        await third.PressAsync("Gỡ xác thực hai bước");
        await Assertions.Expect(third.GetByText("Đã gỡ xác thực hai bước.")).ToBeVisibleAsync();
    }

    private static async Task PasswordAsync(IPage page, NewAccount account, string returnTo = "/account")
    {
        await page.GotoAsync($"/sign-in?returnTo={returnTo}");
        await page.Locator("#login").FillAsync(account.Login);
        await page.Locator("#password").FillAsync(account.Password);
        await page.PressAsync("Đăng nhập");
        await Assertions.Expect(page.Locator("#password")).ToHaveCountAsync(0);
    }

    /// <summary>RFC 6238 once more, by somebody who has read only the key on the page.</summary>
    /// <param name="ahead">Half minutes from now.</param>
    internal static string Code(string key, int ahead)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal)
            .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. bits.Chunk(8).Select(b => Convert.ToByte(new string(b), 2))];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + ahead);
#pragma warning disable CA5350 // What the standard says.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
