using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Passkeys, with an authenticator the browser plays.</summary>
public sealed class PasskeyTests(WebFixture web)
{
    [Fact]
    public async Task Somebody_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        var account = await AccountAsync("passkey-holder");
        var page = await web.OpenAsync();
        var device = await DeviceAsync(page);
        await AddAsync(page, account, "Máy tính cơ quan");
        await page.KeepPictureAsync("passkeys-vi-1280");
        await page.HasNoBarriersAsync();
        Assert.Single(await CredentialsAsync(device));

        // The same device does not make a second one for the account, and says so.
        await BeginAsync(page, account, "Lần nữa");
        await page.PressAsync("Tạo khóa trên thiết bị này");
        await Assertions.Expect(page.GetByText("Thiết bị này đã có khóa của tài khoản.")).ToBeVisibleAsync();

        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        await page.GotoAsync("/sign-in?returnTo=/account/passkeys");
        var (ticket, token) = (await page.Locator("[name=ticket]").InputValueAsync(), await page.Locator("#main [name=form-token]").InputValueAsync());
        var sent = page.WaitForRequestAsync(r => r.Url.EndsWith("/sign-in/passkey", StringComparison.Ordinal));
        await page.PressAsync("Đăng nhập bằng khóa truy cập (passkey)");
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync("Máy tính cơ quan");
        await Assertions.Expect(page.Locator("tbody tr")).Not.ToContainTextAsync("chưa dùng");

        // The very same answer opens nothing a second time.
        var answer = Form((await sent).PostData!)["credential"];
        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        Assert.Equal(401, (await PostAsync(page, ticket, answer, token)).Status);

        await page.GotoAsync("/sign-in?returnTo=/account/passkeys");
        await page.PressAsync("Đăng nhập bằng khóa truy cập (passkey)");
        await page.GetByLabel("Tên mới của khóa Máy tính cơ quan").FillAsync("Máy ở nhà");
        await page.PressAsync("Đổi tên");
        await Assertions.Expect(page.Locator("tbody th")).ToHaveTextAsync("Máy ở nhà");
        await page.PressAsync("Gỡ khóa Máy ở nhà");
        await Assertions.Expect(page.GetByText("Chưa có khóa nào")).ToBeVisibleAsync();

        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        await page.GotoAsync("/sign-in");
        await page.PressAsync("Đăng nhập bằng khóa truy cập (passkey)");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("không được chấp nhận");

        var administrator = await web.SignedInAsync("administrator", script: false);
        await administrator.GotoAsync("/audit");
        await Assertions.Expect(administrator.GetByRole(AriaRole.Cell, new() { Name = "Thêm khóa truy cập" }).First).ToBeVisibleAsync();
        await Assertions.Expect(administrator.GetByRole(AriaRole.Cell, new() { Name = "Gỡ khóa truy cập" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Wrong_answers_lock_the_account_and_look_like_those_for_nobody()
    {
        var account = await AccountAsync("passkey-locked");
        var page = await web.OpenAsync();
        var device = await DeviceAsync(page);
        await AddAsync(page, account, "Khóa");
        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        await page.GotoAsync("/sign-in");
        var (ticket, token) = (await page.Locator("[name=ticket]").InputValueAsync(), await page.Locator("#main [name=form-token]").InputValueAsync());

        var id = (await CredentialsAsync(device))[0];
        string Answer(Guid holder) => $$$"""
            {"id":"{{{id}}}","rawId":"{{{id}}}","type":"public-key","clientExtensionResults":{},
             "response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","userHandle":"{{{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes($"{holder:D}"))}}}"}}
            """;
        var unknown = await (await PostAsync(page, ticket, Answer(Guid.NewGuid()), token)).TextAsync();
        for (var i = 0; i < 5; i++)
        {
            var wrong = await PostAsync(page, ticket, Answer(account.Id), token);
            Assert.Equal(401, wrong.Status);
            Assert.Equal(Reasons(unknown), Reasons(await wrong.TextAsync()));
        }

        // Locked for a while: not even the true passkey opens it, with the same words.
        await page.PressAsync("Đăng nhập bằng khóa truy cập (passkey)");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("không được chấp nhận");
    }

    [Fact]
    public async Task Without_a_script_the_page_says_what_a_passkey_needs()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/sign-in");
        await page.PressAsync("Đăng nhập bằng khóa truy cập (passkey)");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Khóa truy cập cần JavaScript");
    }

    private async Task<NewAccount> AccountAsync(string login) => (await web.Services.GetRequiredService<AccountKeeper>().CreateAsync(
        login, login, null, [Role.Researcher], mustChangePassword: false, Doer.Platform("test"), TestContext.Current.CancellationToken))!;

    /// <summary>A device with a fingerprint reader that always says yes.</summary>
    private static async Task<(ICDPSession Session, string Id)> DeviceAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
            },
        });
        return (session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Names of the credentials the device holds.</summary>
    private static async Task<List<string>> CredentialsAsync((ICDPSession Session, string Id) device)
    {
        var held = await device.Session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = device.Id });
        return [.. held!.Value.GetProperty("credentials").EnumerateArray()
            .Select(c => c.GetProperty("credentialId").GetString()!.Replace('+', '-').Replace('/', '_').TrimEnd('='))];
    }

    private static async Task AddAsync(IPage page, NewAccount account, string name)
    {
        await page.GotoAsync("/sign-in?returnTo=/account");
        await page.Locator("#login").FillAsync(account.Login);
        await page.Locator("#password").FillAsync(account.Password);
        await page.PressAsync("Đăng nhập");
        await page.GetByRole(AriaRole.Link, new() { Name = "Khóa truy cập (passkey)" }).ClickAsync();
        await BeginAsync(page, account, name);
        await page.KeepPictureAsync("passkey-set-up-vi-1280");
        await page.HasNoBarriersAsync();
        await page.PressAsync("Tạo khóa trên thiết bị này");
        await Assertions.Expect(page.GetByText("Đã thêm khóa truy cập.")).ToBeVisibleAsync();
    }

    private static async Task BeginAsync(IPage page, NewAccount account, string name)
    {
        await page.GotoAsync("/account/passkeys");
        await page.EnterAsync("name", name);
        await page.EnterAsync("currentPassword", account.Password);
        await page.PressAsync("Tiếp tục");
    }

    private static async Task<IAPIResponse> PostAsync(IPage page, string ticket, string credential, string token)
    {
        var form = page.APIRequest.CreateFormData();
        form.Append("ticket", ticket);
        form.Append("credential", credential);
        form.Append("form-token", token);
        return await page.APIRequest.PostAsync("/sign-in/passkey", new() { Form = form });
    }

    private static Dictionary<string, string> Form(string sent) => sent.Split('&').Select(f => f.Split('=', 2)).ToDictionary(
        f => Uri.UnescapeDataString(f[0]), f => Uri.UnescapeDataString(f[1].Replace('+', ' ')), StringComparer.Ordinal);

    /// <summary>The part of a page that says why.</summary>
    private static string Reasons(string page) =>
        page[page.IndexOf("error-summary", StringComparison.Ordinal)..page.IndexOf("<form method=\"post\" action=\"/sign-in\"", StringComparison.Ordinal)];
}
