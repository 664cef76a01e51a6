using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Budgets;

/// <summary>Talks to a server about the budgets of a province, as the people of that province would.</summary>
internal sealed class BudgetApi(ServerFixture server, string unit)
{
    public const string Source = "Nghị quyết dự toán";

    public string Unit { get; } = unit;

    public HttpClient Reporter { get; } = server.ClientAs(unit, Role.Reporter);

    public HttpClient Approver { get; } = server.ClientAs(unit, Role.Approver);

    /// <summary>Opens a year as the platform does when it loads what is published; sample data when illustrative.</summary>
    public async Task<BudgetApi> OpenAsync(int year, bool illustrative = false)
    {
        await SendAsync(new ProvinceCommand.OpenFiscalYear(year, null, null, illustrative));
        return this;
    }

    public async Task SampleTotalAsync(int year, long vnd) => await SendAsync(
        new ProvinceCommand.RecordTotal(year, BudgetStage.Decided, "B46", new Money(vnd), Origin.Entered, Source, Illustrative: true));

    public async Task SampleLineAsync(int year, string number, long vnd) => Assert.IsType<GrainAnswer<BudgetLine>.Done>(
        await server.Services.GetRequiredService<BudgetLines>().RecordAsync(
            new BudgetLineKey(UnitKey.Parse(Unit), year, number),
            new NewBudgetLine("Dòng minh họa", null, null, BudgetNode.StateDx, BudgetNode.Decided(vnd), Illustrative: true),
            BudgetNode.Envelope(),
            TestContext.Current.CancellationToken));

    public Task<HttpResponseMessage> TotalAsync(int year, object amount, string stage = "decided", string form = "B46", string? confirm = null) =>
        Approver.PutAsJsonAsync(
            $"/api/v1/provinces/{Unit}/fiscal-years/{year}/totals", new { stage, form, amount, source = Source, confirmScaleJump = confirm });

    public Task<HttpResponseMessage> PostYearAsync(int year, string what, object? body = null) =>
        Approver.PostAsJsonAsync($"/api/v1/provinces/{Unit}/fiscal-years/{year}/{what}", body ?? new { });

    public Task<HttpResponseMessage> RecordAsync(int year, string number, object decided, bool? dx = true, string? parent = null, string funding = "state") =>
        Reporter.PostAsJsonAsync("/api/v1/budget-lines", Line(Unit, year, number, decided, dx, parent, funding));

    public Task<HttpResponseMessage> PostLineAsync(int year, string number, string what, object body) =>
        Reporter.PostAsJsonAsync($"/api/v1/budget-lines/{Unit}/{year}/{number}/{what}", body);

    public static object Line(string unit, int year, string number, object decided, bool? dx = true, string? parent = null, string funding = "state") => new
    {
        unit,
        year,
        number,
        label = "Nâng cấp nền tảng số",
        parent,
        classification = new { funding, category = dx == true ? "A02" : null, dx, ground = dx is null ? null : "Kế hoạch 12/KH-UBND" },
        amounts = new[] { new { stage = "decided", amount = decided } },
    };

    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> request, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await request;
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    public static async Task<string> RefusedAsync(Task<HttpResponseMessage> request, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        using var answer = await request;
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return string.Join(' ', await answer.CodesAsync());
    }

    private async Task SendAsync(ProvinceCommand command) => Assert.IsType<GrainAnswer<Province>.Done>(
        await server.Services.GetRequiredService<GrainHost>().SendAsync(
            ProvinceGrain.Type, Unit, command, BudgetNode.Envelope(), TestContext.Current.CancellationToken));
}
