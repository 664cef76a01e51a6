using System.Net;
using System.Net.Http.Json;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Budgets;
using RegionLink.Server.Observations;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Provinces;

public sealed class ProvinceApiTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static int _unit = 10;

    /// <summary>Each test has a province of its own.</summary>
    private async Task<BudgetApi> ProvinceAsync() => await new BudgetApi(server, $"{Interlocked.Increment(ref _unit)}@origin").OpenAsync(2026);

    [Fact]
    public async Task A_total_is_recorded_and_shown_with_its_source()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.TotalAsync(2026, 99_669_494_000_000, form: "b46"));

        using var answer = await server.Anonymous().GetAsync($"/api/v1/provinces/{api.Unit}");
        Assert.Equal("\"2\"", answer.Headers.ETag!.Tag);
        var total = (await OkAsync(Task.FromResult(answer))).GetProperty("fiscalYears")[0].GetProperty("totals")[0];
        Assert.Equal(
            ("decided", "B46", 99_669_494_000_000, "entered", Source, false),
            (total.GetProperty("stage").GetString(), total.GetProperty("form").GetString(), total.GetProperty("amount").GetInt64(),
                total.GetProperty("origin").GetString(), total.GetProperty("source").GetString(), total.GetProperty("illustrative").GetBoolean()));
        var listed = await OkAsync(server.Anonymous().GetAsync($"/api/v1/fiscal-year-totals?unit={api.Unit}&stage=decided"));
        Assert.Single(listed.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_total_a_million_times_too_small_is_asked_about()
    {
        var api = await (await ProvinceAsync()).OpenAsync(2025);
        await OkAsync(api.TotalAsync(2025, 29_106_050_000_000));

        Assert.Equal("budget.scale-jump", await RefusedAsync(api.TotalAsync(2026, 23_556_345)));
        var year = await OkAsync(api.TotalAsync(2026, 23_556_345, confirm: "Tỉnh công bố như vậy"));
        Assert.Equal("Tỉnh công bố như vậy", year.GetProperty("totals")[0].GetProperty("scaleJumpConfirmed").GetString());
    }

    [Fact]
    public async Task A_closed_year_takes_nothing_until_it_is_opened_again_with_a_reason()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.RecordAsync(2026, "A", 10), HttpStatusCode.Created);
        Assert.False((await OkAsync(api.PostYearAsync(2026, "close"))).GetProperty("open").GetBoolean());

        Assert.Equal("province.fiscal-year-closed", await RefusedAsync(api.TotalAsync(2026, 5)));
        Assert.Equal("budget.fiscal-year-closed", await RefusedAsync(api.RecordAsync(2026, "B", 10)));
        Assert.Equal("province.reason-missing", await RefusedAsync(api.PostYearAsync(2026, "reopen", new { reason = "" })));

        var year = await OkAsync(api.PostYearAsync(2026, "reopen", new { reason = "Kiểm toán yêu cầu" }));
        Assert.Equal((true, "Kiểm toán yêu cầu"), (year.GetProperty("open").GetBoolean(), year.GetProperty("reopenedBecause").GetString()));
        await OkAsync(api.RecordAsync(2026, "B", 10), HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_withdrawn_total_is_gone_from_what_is_shown()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.TotalAsync(2026, 5));

        var year = await OkAsync(api.PostYearAsync(2026, "totals/withdraw", new { stage = "decided", form = "B46", reason = "Nhầm biểu" }));

        Assert.Equal(0, year.GetProperty("totals").GetArrayLength());
        var years = await OkAsync(api.Approver.GetAsync($"/api/v1/provinces/{api.Unit}/fiscal-years"));
        Assert.Equal(0, years[0].GetProperty("totals").GetArrayLength());
        await OkAsync(api.TotalAsync(2026, 6));
        years = await OkAsync(api.Approver.GetAsync($"/api/v1/provinces/{api.Unit}/fiscal-years"));
        Assert.Equal(6, years[0].GetProperty("totals")[0].GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task Only_the_kinds_that_are_named_change_their_level()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.Approver.PutAsJsonAsync($"/api/v1/provinces/{api.Unit}/sharing", new { projects = "public", reports = "private" }));

        var province = await OkAsync(api.Approver.PutAsJsonAsync($"/api/v1/provinces/{api.Unit}/sharing", new { reports = "region" }));

        Assert.Equal("""{"projects":"public","reports":"region"}""", province.GetProperty("sharing").GetRawText());
        var listed = (await OkAsync(server.Anonymous().GetAsync($"/api/v1/province-sharing?unit={api.Unit}&sort=kind"))).GetProperty("items");
        Assert.Equal(
            ["budgetLines region False", "observations public False", "projects public True", "reports region True"],
            listed.EnumerateArray().Select(s => $"{s.GetProperty("kind")} {s.GetProperty("level")} {s.GetProperty("set")}"));
    }

    [Fact]
    public async Task The_levels_shown_for_a_province_that_says_nothing_are_those_the_lists_go_by()
    {
        var api = await ProvinceAsync();
        var shown = (await OkAsync(server.Anonymous().GetAsync($"/api/v1/province-sharing?unit={api.Unit}"))).GetProperty("items").EnumerateArray()
            .ToDictionary(s => s.GetProperty("kind").GetString()!, s => s.GetProperty("level").GetString());
        Sharing[] kept = [ProjectTable.Sharing, BudgetLineTable.Sharing, ObservationTables.Sharing, ReportTable.Sharing];

        Assert.Equal(kept.ToDictionary(s => s.Kind, s => (string?)s.Default), shown);
    }

    [Fact]
    public async Task Only_an_approver_of_the_province_keeps_its_years()
    {
        var (api, other) = (await ProvinceAsync(), await ProvinceAsync());
        var body = new { stage = "decided", form = "B46", amount = 5, source = Source };

        Assert.Equal(
            "access.other-province",
            await RefusedAsync(other.Approver.PutAsJsonAsync($"/api/v1/provinces/{api.Unit}/fiscal-years/2026/totals", body), HttpStatusCode.Forbidden));
        Assert.Equal(
            "access.right-missing",
            await RefusedAsync(api.Reporter.PutAsJsonAsync($"/api/v1/provinces/{api.Unit}/fiscal-years/2026/totals", body), HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Provinces_and_years_are_listed()
    {
        var api = await (await ProvinceAsync()).OpenAsync(2025);
        await OkAsync(api.PostYearAsync(2025, "close"));

        var province = (await OkAsync(server.Anonymous().GetAsync($"/api/v1/provinces?ids={api.Unit}"))).GetProperty("items")[0];
        Assert.Equal("""["2026"]["2025"]""", province.GetProperty("openYears").GetRawText() + province.GetProperty("closedYears").GetRawText());
        var open = await OkAsync(server.Anonymous().GetAsync($"/api/v1/fiscal-years?unit={api.Unit}&open=true"));
        Assert.Equal(2026, Assert.Single(open.GetProperty("items").EnumerateArray()).GetProperty("year").GetInt32());
    }

    [Theory]
    [InlineData("99@origin")]
    [InlineData("nowhere")]
    public async Task A_province_nobody_wrote_about_is_404(string unit) =>
        Assert.Equal("request.not-found", await RefusedAsync(server.Anonymous().GetAsync($"/api/v1/provinces/{unit}"), HttpStatusCode.NotFound));
}
