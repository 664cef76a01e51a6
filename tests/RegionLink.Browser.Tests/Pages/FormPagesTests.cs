using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Pages without an address known before, because a form answers with them or a list leads there: in both languages, on a phone and at a desk.</summary>
public sealed class FormPagesTests(WebFixture web)
{
    /// <summary>The components of these pages, LinkSetUpPage by ProviderTests.</summary>
    public static readonly IReadOnlyList<string> Walked =
    [
        "SecondFactorSetUpPage", "RecoveryCodesPage", "CodePage", "PasskeySetUpPage", "SecretPage", "ProposalPage", "UploadPage", "ResumePage", "ProblemPage", "LinkSetUpPage",
    ];

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Setting_up_a_second_factor_and_a_passkey_and_signing_in(string language)
    {
        var account = (await web.Services.GetRequiredService<AccountKeeper>().CreateAsync(
            $"form-pages-{language}", "Form pages", null, [Role.Researcher], mustChangePassword: false, Doer.Platform("test"), TestContext.Current.CancellationToken))!;
        var page = await OpenAsync(language);
        await SignInAsync(page, account);
        await page.GotoAsync("/account/passkeys");
        await page.EnterAsync("name", "Khóa");
        await page.EnterAsync("currentPassword", account.Password);
        await SendAsync(page);
        await LookAsync(page, "passkey-set-up", language, "[data-passkey=create]");

        await page.GotoAsync("/account/second-factor");
        await page.EnterAsync("currentPassword", account.Password);
        await SendAsync(page);
        await LookAsync(page, "second-factor-set-up", language, "svg.qr");
        await page.EnterAsync("code", SecondFactorTests.Code(await page.Locator("code.secret").InnerTextAsync(), 0));
        await SendAsync(page);
        await LookAsync(page, "recovery-codes", language, "code.secret");

        var again = await OpenAsync(language);
        await SignInAsync(again, account);
        await LookAsync(again, "sign-in-code", language, "#code");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task A_new_user_whose_password_is_shown_once(string language)
    {
        var page = await OpenAsync(language, "administrator");
        await page.GotoAsync("/users/new");
        await page.EnterAsync("login", $"shown-once-{language}");
        await page.EnterAsync("label", "Shown once");
        await page.Locator("input[name=roles][value=researcher]").CheckAsync();
        await SendAsync(page);
        await LookAsync(page, "secret", language, "code.secret");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task A_user_and_a_figure_that_a_list_leads_to(string language)
    {
        var page = await OpenAsync(language, "administrator");
        await page.GotoAsync("/users?q=79-reporter");
        await page.Locator("#main tbody a").First.ClickAsync();
        await LookAsync(page, "user", language, "input[name=roles]");

        var reader = await OpenAsync(language);
        await reader.GotoAsync("/targets/dx-budget-1pct-proposal/79@origin?year=2022&stage=decided&boundary=2022-12-31");
        await reader.Locator("#main a[href^='/figures/']").First.ClickAsync();
        await reader.WaitForURLAsync("**/figures/**");
        await LookAsync(reader, "figure", language, "h1");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Similar_projects_before_one_is_made(string language)
    {
        var page = await OpenAsync(language, "75-reporter");
        await page.GotoAsync("/projects/new");
        await page.EnterAsync("name", "Kho dữ liệu dùng chung và cổng dữ liệu mở cho cấp xã");
        await page.EnterAsync("number", $"DN-AXE-{language}");
        await SendAsync(page);
        await LookAsync(page, "project-similar", language, "fieldset.similar");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task A_file_with_faults(string language)
    {
        var page = await OpenAsync(language, "75-reporter");
        await page.GotoAsync("/desk/mau-2026-11/75@2026-04-30");
        var file = Encoding.UTF8.GetBytes("Mã chỉ tiêu;Giá trị;Đơn vị tính;Kỳ báo cáo\nofficials_with_digital_identity;120,5;percent;mau-2026-11\ncitizen_reports_received;nhiều;calls;mau-2026-11\n");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "a.csv", MimeType = "text/csv", Buffer = file });
        await page.Locator("form[enctype] button[type=submit]").ClickAsync();
        await LookAsync(page, "upload", language, "#faults");
        await Assertions.Expect(page.Locator("ul.faults")).Not.ToContainTextAsync("officials_with_digital_identity");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task What_was_typed_before_the_session_ended(string language)
    {
        var page = await OpenAsync(language, "75-reporter");
        await page.GotoAsync("/projects/new");
        await page.EnterAsync("name", "Dự án");
        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        await SendAsync(page);
        await LookAsync(page, "sign-in-held", language, "#password");
        await page.SignInAsync(web, "75-reporter");
        await LookAsync(page, "resume", language, "#main input[type=hidden][name=name]");
    }

    [Theory]
    [InlineData("vi", 403, "/users")]
    [InlineData("en", 403, "/users")]
    [InlineData("vi", 404, "/projects/79@2025-07-01/KHONG-CO")]
    [InlineData("en", 404, "/projects/79@2025-07-01/KHONG-CO")]
    [InlineData("vi", 400, "/?year=nam-nay")]
    [InlineData("en", 400, "/?year=nam-nay")]
    public async Task A_problem_says_what_to_do(string language, int status, string address)
    {
        var page = await OpenAsync(language, "75-reporter");
        Assert.Equal(status, (await page.GotoAsync(address))!.Status);
        await LookAsync(page, $"problem-{status}", language, "#main a.button");
        await Assertions.Expect(page.Content()).Not.ToContainTextAsync("manageAccounts");
    }

    private async Task<IPage> OpenAsync(string language, string? login = null)
    {
        var page = login is null ? await web.OpenAsync() : await web.SignedInAsync(login);
        await page.GotoAsync($"/glossary?lang={language}");
        return page;
    }

    private static async Task SignInAsync(IPage page, NewAccount account)
    {
        await page.GotoAsync("/sign-in");
        await page.EnterAsync("login", account.Login);
        await page.EnterAsync("password", account.Password);
        await SendAsync(page);
        await Assertions.Expect(page.Locator("#password")).ToHaveCountAsync(0);
    }

    private static Task SendAsync(IPage page) => page.Locator("#main form button[type=submit]:not([formaction])").First.ClickAsync();

    /// <param name="sign">Something only this page has.</param>
    private static async Task LookAsync(IPage page, string name, string language, string sign)
    {
        await Assertions.Expect(page.Locator(sign).First).ToBeAttachedAsync();
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        await page.HasNoBarriersAsync();
        foreach (var width in new[] { 360, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.FitsAsync();
            await page.KeepPictureAsync($"{name}-{language}-{width}");
        }
    }
}
