using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Domain.Common;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Keys;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>What a unit is asked: by a system that now says otherwise, and by those who supervise.</summary>
public sealed class AskedTests(WebFixture web)
{
    private const string Unit = "80@2025-07-01";
    private const string Total = "online_public_services_total";
    private const string Files = "value.admin_files_processed_online";

    [Fact]
    public async Task A_difference_is_taken_over_and_a_supervisors_question_answered()
    {
        await web.OpenPeriodAsync("asked-1");
        var approver = await web.SignedInAsync("80-approver", script: false);
        await DeliverAsync(approver, 1_800, 1_850);

        var reporter = await web.SignedInAsync("80-reporter", script: false);
        await reporter.GotoAsync("/desk");
        await Assertions.Expect(reporter.Content()).ToContainTextAsync("1 số liệu hệ thống nay báo khác");
        await reporter.GotoAsync($"/desk/asked-1/{Unit}");
        await Assertions.Expect(reporter.Content()).ToContainTextAsync("đã báo cáo 1.800 dịch vụ, hệ thống nay báo 1.850 dịch vụ");
        await reporter.EnterAsync($"why-{Total}", "Bổ sung dịch vụ cấp xã");
        await reporter.PressAsync("Lấy số của hệ thống");
        await Assertions.Expect(reporter.Locator($"[id='value.{Total}']")).ToHaveTextAsync("1.850 dịch vụ");
        await Assertions.Expect(reporter.Locator("#differs")).ToHaveCountAsync(0);
        await reporter.EnterAsync(Files, "77,5");
        await reporter.PressAsync("Lưu số liệu");
        await approver.GotoAsync($"/desk/asked-1/{Unit}");
        await approver.PressAsync("Duyệt số liệu đã chọn");
        await approver.PressAsync("Nộp báo cáo cho bộ");
        await Assertions.Expect(approver.GetByText("Đã nộp báo cáo.")).ToBeVisibleAsync();

        var supervisor = await web.SignedInAsync("supervisor", script: false);
        await supervisor.GotoAsync($"/coordination/reports/asked-1/{Unit}");
        await Assertions.Expect(supervisor.GetByRole(AriaRole.Button, new() { Name = "Chấp nhận báo cáo" })).ToHaveCountAsync(0);
        await supervisor.EnterAsync("text", "Vì sao tăng so với kỳ trước?");
        await supervisor.PressAsync("Đặt câu hỏi");
        await Assertions.Expect(supervisor.Content()).ToContainTextAsync("Vì sao tăng so với kỳ trước?");

        await reporter.GotoAsync("/desk");
        await Assertions.Expect(reporter.Content()).ToContainTextAsync("1 câu hỏi chưa trả lời");
        await reporter.GotoAsync($"/desk/asked-1/{Unit}");
        await reporter.EnterAsync("answer-1", "Đã thêm dịch vụ của cấp xã từ tháng 11.");
        await reporter.PressAsync("Gửi trả lời");
        await supervisor.ReloadAsync();
        await Assertions.Expect(supervisor.Content()).ToContainTextAsync("Đã thêm dịch vụ của cấp xã");
    }

    /// <summary>The unit's system delivers the figure one value after the other.</summary>
    private async Task DeliverAsync(IPage approver, params int[] values)
    {
        var (key, secret) = await web.Services.GetRequiredService<ApiKeyKeeper>().CreateAsync(
            "Cổng dịch vụ công", UnitKey.Parse(Unit), [Right.EnterFigures], DateTimeOffset.UtcNow.AddDays(1), Doer.Platform("test"), TestContext.Current.CancellationToken);
        var bound = await approver.Context.APIRequest.PutAsync(
            $"/api/v1/figure-bindings/{Unit}/{Total}", new() { DataObject = new { system = key.Id, reason = "Kết nối cổng dịch vụ công" } });
        Assert.True(bound.Ok, await bound.TextAsync());
        using var system = new HttpClient { BaseAddress = web.Address };
        system.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        foreach (var value in values)
        {
            using var answer = await system.PutAsJsonAsync(
                $"/api/v1/reports/asked-1/{Unit}/figures",
                new { figures = new[] { new { metric = Total, value, unitOfMeasure = "services", source = "Cổng dịch vụ công" } } },
                TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }
}
